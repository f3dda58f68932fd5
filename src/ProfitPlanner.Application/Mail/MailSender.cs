using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MimeKit;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;

namespace ProfitPlanner.Application.Mail;

/// <summary>
/// Hands queued mails to the server, each at least once: one is deleted when the server has taken it, and tried again
/// later when not. Any number of app instances may run one: each locks the mail it holds and passes over the others'.
/// </summary>
internal sealed class MailSender(IServiceScopeFactory scopes, SmtpOptions smtp, TimeProvider time, ILogger<MailSender> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    // By then its links have expired, or whoever waited for it has asked again.
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do
                await SendDueAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops; what is queued stays queued.
        }
    }

    private async Task SendDueAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var server = new SmtpClient();
            while (await SendNextAsync(server, cancellationToken))
            {
            }

            if (server.IsConnected)
                await server.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Never the message: it can quote an address.
            logger.LogError("Mails could not be sent ({Failure}); the next try is in {Pause}", e.GetType().Name, Pause);
        }
    }

    /// <returns>Whether to go on: false when no mail is due or the server does not answer.</returns>
    private async Task<bool> SendNextAsync(SmtpClient server, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlannerDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var mail = await db.QueuedMails
            .FromSql($"select * from accounts.queued_mails where next_attempt_at <= {now} order by next_attempt_at limit 1 for update skip locked")
            .SingleOrDefaultAsync(cancellationToken);
        if (mail is null)
            return false;

        var (connected, sent) = (false, false);
        try
        {
            if (!server.IsConnected)
                await ConnectAsync(server, cancellationToken);
            connected = true;
            await server.SendAsync(Message(mail), cancellationToken);
            sent = true;
            db.Remove(mail);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Postpone(db, mail, e, now);
        }

        // The server has taken it: a stop of the app must not make it come twice.
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return sent || (connected && server.IsConnected);
    }

    private async Task ConnectAsync(SmtpClient server, CancellationToken cancellationToken)
    {
        var security = smtp.Security switch
        {
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            SmtpSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        var port = smtp.Port != 0 ? smtp.Port : smtp.Security == SmtpSecurity.Tls ? 465 : 587;
        await server.ConnectAsync(smtp.Host, port, security, cancellationToken);
        if (smtp.User is not null)
            await server.AuthenticateAsync(smtp.User, smtp.Password ?? "", cancellationToken);
    }

    private MimeMessage Message(QueuedMail mail) => new([MailboxAddress.Parse(smtp.From)], [MailboxAddress.Parse(mail.Recipient)], mail.Subject, new TextPart("plain") { Text = mail.Body })
    {
        // The same for every try, so that a mail which came twice is recognised as one.
        MessageId = $"{mail.Id:N}@{MailboxAddress.Parse(smtp.From).Domain}",
        Date = mail.CreatedAt,
    };

    private void Postpone(PlannerDb db, QueuedMail mail, Exception failure, DateTimeOffset now)
    {
        mail.Attempts++;
        var status = (failure as SmtpCommandException)?.StatusCode;
        if (now - mail.CreatedAt > GiveUpAfter)
        {
            db.Remove(mail);
            logger.LogError("Mail {MailId} is given up after {Attempts} tries ({Failure}, {Status})", mail.Id, mail.Attempts, failure.GetType().Name, status);
            return;
        }

        // A minute, two, four … an hour.
        var delay = TimeSpan.FromMinutes(Math.Min(Math.Pow(2, mail.Attempts - 1), LongestDelay.TotalMinutes));
        mail.NextAttemptAt = now + delay;
        logger.LogWarning("Mail {MailId} was not taken ({Failure}, {Status}); try {Attempt} is in {Delay}", mail.Id, failure.GetType().Name, status, mail.Attempts + 1, delay);
    }
}
