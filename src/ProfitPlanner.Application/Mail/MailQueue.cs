using System.Globalization;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;

namespace ProfitPlanner.Application.Mail;

/// <summary>Puts mails into the transaction of the use case that they tell of; <see cref="MailSender"/> sends them.</summary>
internal sealed class MailQueue(PlannerDb db, TimeProvider time)
{
    /// <param name="kind">Names the mail's subject and body in <see cref="MailTexts"/>.</param>
    /// <param name="details">Fill the places in both.</param>
    public void Add(string recipient, string kind, CultureInfo culture, params object[] details)
    {
        var now = time.GetUtcNow();
        db.Add(new QueuedMail
        {
            Recipient = recipient,
            Subject = string.Format(culture, MailTexts.Get($"{kind}Subject", culture), details),
            Body = string.Format(culture, MailTexts.Get($"{kind}Body", culture), details),
            CreatedAt = now,
            NextAttemptAt = now,
        });
    }
}
