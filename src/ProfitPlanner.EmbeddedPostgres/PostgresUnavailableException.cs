namespace ProfitPlanner.EmbeddedPostgres;

/// <summary>
/// No server can be had. The first line of the message is one sentence that says what to do;
/// the places tried, or the last lines of the server's log, may follow on lines of their own.
/// </summary>
public sealed class PostgresUnavailableException : Exception
{
    public PostgresUnavailableException()
    {
    }

    public PostgresUnavailableException(string message)
        : base(message)
    {
    }

    public PostgresUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal static PostgresUnavailableException With(string sentence, IEnumerable<string> details) =>
        new(string.Join(Environment.NewLine, details.Select(detail => "  " + detail).Prepend(sentence)));
}
