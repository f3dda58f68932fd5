using Microsoft.Extensions.DependencyInjection;

namespace ProfitPlanner.Application.Mail;

public static class MailServices
{
    /// <summary>Sends queued mails through a server. Without it they stay in the queue.</summary>
    public static IServiceCollection AddMailSender(this IServiceCollection services, SmtpOptions smtp) =>
        services.AddSingleton(smtp).AddHostedService<MailSender>();
}
