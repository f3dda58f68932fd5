using ProfitPlanner.Application.Organisations;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Organisations;

/// <summary>The address that an organisation gets from its name.</summary>
public sealed class FoundingOrganisations(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    [Fact]
    public async Task Two_organisations_of_the_same_name_have_two_addresses_and_each_its_founder_as_owner()
    {
        var (first, second) = (await planner.GivenPersonAsync(), await planner.GivenPersonAsync());

        var one = await planner.As(first, slug: null).Send(new FoundOrganisation.Command(" Café Größe "));
        var other = await planner.As(second, slug: null).Send(new FoundOrganisation.Command("Café Größe"));

        Assert.StartsWith("cafe-gro", one.Slug, StringComparison.Ordinal);
        Assert.StartsWith($"{one.Slug}-", other.Slug, StringComparison.Ordinal);
        foreach (var (founder, slug) in new[] { (first, one.Slug), (second, other.Slug) })
        {
            Assert.Equal(new OpenOrganisation.Result("Café Größe", Role.Owner), await planner.As(founder, slug).Send(new OpenOrganisation.Query()));
            Assert.Equal(slug, Assert.Single(await planner.As(founder, slug: null).Send(new ListMyOrganisations.Query())).Slug);
        }
    }

    [Fact]
    public async Task A_name_without_latin_letters_gives_an_address_that_works()
    {
        var founder = await planner.GivenPersonAsync();

        var founded = await planner.As(founder, slug: null).Send(new FoundOrganisation.Command("利润工作室"));

        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", founded.Slug);
        Assert.Equal("利润工作室", (await planner.As(founder, founded.Slug).Send(new OpenOrganisation.Query())).Name);
    }
}
