using System.Globalization;
using Microsoft.AspNetCore.Identity;
using ProfitPlanner.Application.Mail;
using ProfitPlanner.Data.Accounts;

namespace ProfitPlanner.Application.Accounts;

/// <summary>The mails about a person's own account.</summary>
internal sealed class AccountMails(MailQueue queue, IMailLinks links, UserManager<Person> people)
{
    public async Task ConfirmAsync(Person person, string? returnUrl, CultureInfo culture)
    {
        var token = await people.GenerateEmailConfirmationTokenAsync(person);
        queue.Add(person.Email!, "Confirm", culture, links.Confirm(person.Id, token, returnUrl));
    }

    public async Task ResetAsync(Person person, CultureInfo culture)
    {
        var token = await people.GeneratePasswordResetTokenAsync(person);
        queue.Add(person.Email!, "Reset", culture, links.Reset(person.Id, token));
    }

    public void Known(Person person, string? returnUrl, CultureInfo culture) =>
        queue.Add(person.Email!, "Known", culture, links.SignIn(returnUrl), links.ForgotPassword());

    public void PasswordChanged(Person person, CultureInfo culture) =>
        queue.Add(person.Email!, "PasswordChanged", culture, links.ForgotPassword());
}
