namespace ProfitPlanner.Application.Mail;

/// <summary>Addresses of the host's pages, whole, as a mail needs them.</summary>
public interface IMailLinks
{
    Uri Confirm(Guid personId, string token, string? returnUrl);

    Uri Reset(Guid personId, string token);

    Uri ForgotPassword();

    Uri SignIn(string? returnUrl);

    Uri Invitation(string token);

    Uri Share(string token);
}
