using System.Globalization;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Accounts;

/// <summary>Trying, forgetting and choosing a password.</summary>
public sealed class Passwords(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private const string NewPassword = "another horse battery";

    [Fact]
    public async Task Five_wrong_passwords_close_the_account_to_the_right_one_for_a_quarter_of_an_hour()
    {
        var person = await planner.GivenPersonAsync();
        var password = await planner.GivenPasswordAsync(person);
        await TryWrongAsync(person, times: 5);

        Assert.IsType<CheckPassword.Result.Refused>(await SignInAsync(person, password));
        planner.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.IsType<CheckPassword.Result.Refused>(await SignInAsync(person, password));
        planner.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new CheckPassword.Result.Welcome(person.Id), await SignInAsync(person, password));
    }

    [Fact]
    public async Task The_right_password_in_between_starts_the_count_anew()
    {
        var person = await planner.GivenPersonAsync();
        var password = await planner.GivenPasswordAsync(person);

        await TryWrongAsync(person, times: 4);
        Assert.IsType<CheckPassword.Result.Welcome>(await SignInAsync(person, password));
        await TryWrongAsync(person, times: 4);

        Assert.IsType<CheckPassword.Result.Welcome>(await SignInAsync(person, password));
    }

    [Fact]
    public async Task Five_wrong_passwords_at_the_same_moment_count_as_five()
    {
        var person = await planner.GivenPersonAsync();
        var password = await planner.GivenPasswordAsync(person);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TryWrongAsync(person, times: 1)));

        Assert.IsType<CheckPassword.Result.Refused>(await SignInAsync(person, password));
    }

    [Fact]
    public async Task The_mailed_link_changes_a_forgotten_password_once_and_ends_a_lock()
    {
        var person = await planner.GivenPersonAsync();
        var password = await planner.GivenPasswordAsync(person);
        await TryWrongAsync(person, times: 5);
        await planner.AsAnybody().Send(new ForgetPassword.Command(person.Email, CultureInfo.InvariantCulture));
        var link = await planner.LinkMailedToAsync(person.Email, "reset");
        var reset = new ResetPassword.Command(Guid.Parse(link[1]), link[2], NewPassword, CultureInfo.InvariantCulture);

        Assert.Equal(new ResetPassword.Result.Done(person.Email), await planner.AsAnybody().Send(reset));

        Assert.IsType<CheckPassword.Result.Welcome>(await SignInAsync(person, NewPassword));
        Assert.IsType<CheckPassword.Result.Refused>(await SignInAsync(person, password));
        Assert.IsType<ResetPassword.Result.InvalidLink>(await planner.AsAnybody().Send(reset));
        Assert.Equal(
            ["Choose a new password", "Your password was changed"],
            (await planner.MailsToAsync(person.Email)).Select(m => m.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_forgotten_password_of_an_unknown_address_answers_the_same_and_mails_nothing()
    {
        await planner.AsAnybody().Send(new ForgetPassword.Command("nobody@example.com", CultureInfo.InvariantCulture));

        Assert.Empty(await planner.MailsToAsync("nobody@example.com"));
    }

    [Fact]
    public async Task A_reset_with_a_wrong_token_leaves_the_password()
    {
        var person = await planner.GivenPersonAsync();
        var password = await planner.GivenPasswordAsync(person);

        var result = await planner.AsAnybody().Send(new ResetPassword.Command(person.Id, "wrong", NewPassword, CultureInfo.InvariantCulture));

        Assert.IsType<ResetPassword.Result.InvalidLink>(result);
        Assert.IsType<CheckPassword.Result.Welcome>(await SignInAsync(person, password));
    }

    private async Task TryWrongAsync(GivenPerson person, int times)
    {
        for (var i = 0; i < times; i++)
            Assert.IsType<CheckPassword.Result.Refused>(await SignInAsync(person, "not this password"));
    }

    private Task<CheckPassword.Result> SignInAsync(GivenPerson person, string password) =>
        planner.AsAnybody().Send(new CheckPassword.Command(person.Email, password, ReturnUrl: null, CultureInfo.InvariantCulture));
}
