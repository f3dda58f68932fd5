using FluentValidation;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Scenarios.Templates;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Scenarios;

public sealed class CreatingScenarios(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    [Fact]
    public async Task A_blank_scenario_has_its_name_and_currency_and_a_first_version()
    {
        var organisation = await planner.GivenOrganisationAsync(await planner.GivenPersonAsync("Fatima"));
        var owner = planner.As(organisation.Owner, organisation);

        var id = await owner.Send(new CreateScenario.Command("  Summer plan ", Template: null, "JPY", TemplateLanguage.English));

        var opened = await owner.Send(new OpenScenario.Query(id));
        Assert.Equal("Summer plan", opened.Scenario.Name);
        Assert.Equal("JPY", opened.Scenario.Currency.Code);
        Assert.Empty(opened.Scenario.Segments);
        Assert.Equal((1, 1, "Fatima", planner.Clock.GetUtcNow()), (opened.Revision, opened.LatestVersion, opened.UpdatedBy, opened.UpdatedAt));
        var version = Assert.Single((await owner.Send(new ListVersions.Query(id))).Versions);
        Assert.Equal((1, "Fatima", VersionCause.Created), (version.Number, version.SavedBy, version.Cause));
    }

    [Theory]
    [InlineData(null, "EUR", "Name", "Missing")]
    [InlineData("   ", "EUR", "Name", "Missing")]
    [InlineData("Plan", null, "Currency", "UnknownCurrency")]
    [InlineData("Plan", "EURO", "Currency", "UnknownCurrency")]
    public async Task A_blank_scenario_without_its_name_or_currency_is_refused(string? name, string? currency, string member, string code)
    {
        var organisation = await planner.GivenOrganisationAsync();

        await AssertRefusedAsync(organisation, new CreateScenario.Command(name, null, currency, TemplateLanguage.English), member, code);
    }

    [Fact]
    public async Task A_name_that_is_too_long_and_a_template_that_is_not_there_are_refused()
    {
        var organisation = await planner.GivenOrganisationAsync();

        await AssertRefusedAsync(organisation, new CreateScenario.Command(new string('x', ScenarioLimits.Name + 1), null, "EUR", default), "Name", "TooLong");
        await AssertRefusedAsync(organisation, new CreateScenario.Command("Plan", "no-such-template", null, default), "Template", "UnknownTemplate");
    }

    [Fact]
    public async Task A_name_with_characters_that_cannot_be_shown_is_refused()
    {
        var organisation = await planner.GivenOrganisationAsync();

        await AssertRefusedAsync(organisation, new CreateScenario.Command("bell \a", null, "EUR", default), "Name", "ControlCharacters");
    }

    [Theory]
    [InlineData(TemplateLanguage.English)]
    [InlineData(TemplateLanguage.Chinese)]
    public async Task Every_template_becomes_a_scenario_that_computes_and_says_where_its_numbers_come_from(TemplateLanguage language)
    {
        var templates = new TemplateCatalogue().All;
        Assert.Equal(15, templates.Count);
        var organisation = await planner.GivenOrganisationAsync();
        var owner = planner.As(organisation.Owner, organisation);

        foreach (var template in templates)
        {
            var id = await owner.Send(new CreateScenario.Command(Name: null, template.Key, Currency: null, language));
            var scenario = (await owner.Send(new OpenScenario.Query(id))).Scenario;
            Assert.Equal(template.Name.In(language), scenario.Name);
            Assert.Equal(template.Currency, scenario.Currency.Code);
            Assert.Empty(scenario.Problems());
            Assert.NotEmpty(scenario.Segments);
            Assert.NotEqual(0, scenario.Evaluate().Profit);
            Assert.All(scenario.Segments, s => Assert.Contains($"segments/{s.Id}/conversion", scenario.Provenance.Keys));
        }
    }

    [Fact]
    public async Task A_template_takes_the_founders_name_and_currency_in_place_of_its_own()
    {
        var template = new TemplateCatalogue().All[0];
        var organisation = await planner.GivenOrganisationAsync();
        var owner = planner.As(organisation.Owner, organisation);

        var id = await owner.Send(new CreateScenario.Command("My own", template.Key, "CHF", TemplateLanguage.English));

        var scenario = (await owner.Send(new OpenScenario.Query(id))).Scenario;
        Assert.Equal(("My own", "CHF"), (scenario.Name, scenario.Currency.Code));
    }

    private async Task AssertRefusedAsync(GivenOrganisation organisation, CreateScenario.Command command, string member, string code)
    {
        var owner = planner.As(organisation.Owner, organisation);

        var refusal = await Assert.ThrowsAsync<ValidationException>(() => owner.Send(command));

        var error = Assert.Single(refusal.Errors);
        Assert.Equal((member, code), (error.PropertyName, error.ErrorCode));
        Assert.Empty((await owner.Send(new ListScenarios.Query(ListScenarios.Shelf.Active))).Items);
    }
}
