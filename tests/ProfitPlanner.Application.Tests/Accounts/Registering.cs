using System.Globalization;
using MediatR;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Accounts;

/// <summary>From an address to an account that its holder has confirmed.</summary>
public sealed class Registering(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task A_new_account_is_closed_until_the_mailed_link_confirms_its_address()
    {
        const string email = "new@example.com";

        await planner.AsAnybody().Send(Register(email));

        Assert.Single(await planner.MailsToAsync(email));
        var confirm = await ConfirmMailedToAsync(email);
        Assert.IsType<CheckPassword.Result.Unconfirmed>(await planner.AsAnybody().Send(SignIn(email)));

        Assert.Equal(new ConfirmEmail.Result.Confirmed(email), await planner.AsAnybody().Send(confirm));
        Assert.Equal(new CheckPassword.Result.Welcome(confirm.PersonId), await planner.AsAnybody().Send(SignIn(email)));
        Assert.Equal("Nora New", (await planner.As(new GivenPerson(confirm.PersonId, "Nora New", email), slug: null).Send(new OpenAccount.Query())).DisplayName);
    }

    [Fact]
    public async Task Registering_a_known_address_answers_the_same_changes_nothing_and_mails_something_else()
    {
        var known = await planner.GivenPersonAsync("Kim Known");
        var password = await planner.GivenPasswordAsync(known);

        Assert.Equal(Unit.Value, await planner.AsAnybody().Send(Register(known.Email.ToUpperInvariant())));

        var mail = Assert.Single(await planner.MailsToAsync(known.Email));
        Assert.Equal("You already have an account", mail.Subject);
        Assert.DoesNotContain("/confirm/", mail.Body);
        Assert.Equal("Kim Known", (await planner.As(known, slug: null).Send(new OpenAccount.Query())).DisplayName);
        Assert.IsType<CheckPassword.Result.Refused>(await planner.AsAnybody().Send(SignIn(known.Email)));
        Assert.IsType<CheckPassword.Result.Welcome>(await planner.AsAnybody().Send(SignIn(known.Email, password)));
    }

    [Fact]
    public async Task Who_claims_an_unconfirmed_address_later_has_the_account_and_the_earlier_link_is_void()
    {
        const string email = "claimed@example.com";
        await planner.AsAnybody().Send(Register(email, "a password of somebody else"));
        var earlier = await ConfirmMailedToAsync(email);

        await planner.AsAnybody().Send(Register(email));

        Assert.IsType<ConfirmEmail.Result.InvalidLink>(await planner.AsAnybody().Send(earlier));
        Assert.IsType<CheckPassword.Result.Refused>(await planner.AsAnybody().Send(SignIn(email, "a password of somebody else")));
    }

    [Fact]
    public async Task A_link_with_a_wrong_token_or_of_another_account_confirms_nothing()
    {
        const string email = "careful@example.com";
        await planner.AsAnybody().Send(Register(email));
        await planner.AsAnybody().Send(Register("another@example.com"));
        var confirm = await ConfirmMailedToAsync(email);
        var another = await ConfirmMailedToAsync("another@example.com");

        foreach (var token in new[] { null, "", "wrong", another.Token })
            Assert.IsType<ConfirmEmail.Result.InvalidLink>(await planner.AsAnybody().Send(new ConfirmEmail.Command(confirm.PersonId, token)));
        Assert.IsType<ConfirmEmail.Result.InvalidLink>(await planner.AsAnybody().Send(new ConfirmEmail.Command(Guid.NewGuid(), confirm.Token)));

        Assert.IsType<CheckPassword.Result.Unconfirmed>(await planner.AsAnybody().Send(SignIn(email)));
    }

    private static RegisterPerson.Command Register(string email, string password = Password) =>
        new("Nora New", email, password, ReturnUrl: null, CultureInfo.InvariantCulture);

    private static CheckPassword.Command SignIn(string email, string password = Password) =>
        new(email, password, ReturnUrl: null, CultureInfo.InvariantCulture);

    private async Task<ConfirmEmail.Command> ConfirmMailedToAsync(string email)
    {
        var link = await planner.LinkMailedToAsync(email, "confirm");
        return new ConfirmEmail.Command(Guid.Parse(link[1]), link[2]);
    }
}
