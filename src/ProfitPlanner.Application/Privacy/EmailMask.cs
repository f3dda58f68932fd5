using System.Text.RegularExpressions;

namespace ProfitPlanner.Application.Privacy;

/// <summary>Masks e-mail addresses, and nothing else.</summary>
internal sealed partial class EmailMask : IPersonalDataMask
{
    public IReadOnlyList<string> Mask(IReadOnlyList<TurnToMask> turns, CancellationToken cancellationToken) =>
        [.. turns.Select(turn => turn.Text.Contains('@', StringComparison.Ordinal)
            ? Address().Replace(turn.Text, found => turn.Conversation.Placeholder("email", found.Value))
            : turn.Text)];

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
