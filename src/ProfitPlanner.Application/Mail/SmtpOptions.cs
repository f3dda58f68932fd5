namespace ProfitPlanner.Application.Mail;

/// <summary>The server that takes our mails.</summary>
public sealed record SmtpOptions
{
    public required string Host { get; init; }

    /// <summary>0 lets the kind of security choose: 587, or 465 for <see cref="SmtpSecurity.Tls"/>.</summary>
    public int Port { get; init; }

    /// <summary>Null where the server asks for none.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Sender of every mail: an address, with or without a name before it.</summary>
    public required string From { get; init; }

    public SmtpSecurity Security { get; init; }
}

public enum SmtpSecurity
{
    /// <summary>Plain at first, then TLS; no mail without it.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>Nothing is encrypted: for a server on the same machine or network.</summary>
    None,
}
