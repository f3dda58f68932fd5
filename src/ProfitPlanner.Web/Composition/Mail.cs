using MimeKit;
using ProfitPlanner.Application.Mail;

namespace ProfitPlanner.Web.Composition;

/// <summary>The server that takes our mails, from the section <c>Smtp</c>. In development without one they stay in the outbox.</summary>
internal static class Mail
{
    /// <exception cref="StartException">Nothing, or nonsense, is configured.</exception>
    public static void AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IMailLinks, MailLinks>();
        var configured = builder.Configuration.GetSection("Smtp");
        if (!string.IsNullOrWhiteSpace(configured["Host"]))
            builder.Services.AddMailSender(Read(configured));
        else if (!builder.Environment.IsDevelopment())
            throw new StartException("No mail server is configured, and people confirm their address by mail: set Smtp__Host and Smtp__From (see docs/accounts.md).");
        if (!builder.Environment.IsDevelopment() && MailLinks.PublicAddress(builder.Configuration) is null)
            throw new StartException("The site does not know its own address, which mails link to: set PublicAddress, as in https://planner.example.com (see docs/accounts.md).");
    }

    private static SmtpOptions Read(IConfigurationSection configured)
    {
        if (!MailboxAddress.TryParse(configured["From"], out _))
            throw new StartException("Mails need a sender: set Smtp__From to an address, as in ProfitPlanner <planner@example.com>.");
        try
        {
            return configured.Get<SmtpOptions>()!;
        }
        catch (InvalidOperationException e)
        {
            throw new StartException("The mail server's configuration cannot be read: Smtp__Port is a number, Smtp__Security is StartTls, Tls or None.", e);
        }
    }
}
