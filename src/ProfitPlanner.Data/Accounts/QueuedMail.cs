namespace ProfitPlanner.Data.Accounts;

/// <summary>
/// A mail that waits to be sent. It is written in the transaction of what it tells of, so neither exists without the
/// other, and is deleted once the server has taken it: its links are secrets.
/// </summary>
public sealed class QueuedMail
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Recipient { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Attempts { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }
}
