using System.Collections.Concurrent;
using ProfitPlanner.Application.Accounts;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing.Printing;

/// <summary>Tickets that stand for a viewer's key for a minute and are good once: an address is no place for a key.</summary>
public sealed class PrintTickets(TimeProvider time)
{
    private static readonly TimeSpan Lives = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (string Key, DateTimeOffset Until)> _issued = new();

    public string Issue(string key)
    {
        var now = time.GetUtcNow();
        foreach (var old in _issued.Where(each => each.Value.Until < now))
            _issued.TryRemove(old);
        var ticket = SecretToken.New();
        _issued[ticket] = (key, now + Lives);
        return ticket;
    }

    /// <returns>The key; null where the ticket is none, used, or too old.</returns>
    public string? Redeem(string ticket) => _issued.TryRemove(ticket, out var issued) && issued.Until >= time.GetUtcNow() ? issued.Key : null;
}
