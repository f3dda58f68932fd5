using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Demand;

/// <summary>Conversations to count by hand.</summary>
internal static class Customers
{
    public const string Price = "fees_and_pricing";
    public const string Close = "close_account";
    public const string Refund = "refund";

    /// <summary>
    /// Twenty conversations: 8 for prices, 6 to close the account, 4 for refunds, 2 for none of these. Small companies
    /// hold 6 of those for prices, 2 to close, 2 refunds. January has the first ten, February eight, and two have no time.
    /// </summary>
    public static GivenConversation[] Twenty { get; } =
    [
        .. Enumerable.Range(0, 6).Select(_ => Of(Price, "small", 1)),
        .. Enumerable.Range(0, 2).Select(_ => Of(Close, "small", 1)),
        .. Enumerable.Range(0, 2).Select(_ => Of(Refund, "small", 1)),
        .. Enumerable.Range(0, 2).Select(_ => Of(Price, "large", 2)),
        .. Enumerable.Range(0, 4).Select(_ => Of(Close, "large", 2)),
        .. Enumerable.Range(0, 2).Select(_ => Of(Refund, "large", 2)),
        .. Enumerable.Range(0, 2).Select(_ => Of(null, "large", null)),
    ];

    public static GivenConversation Of(string? intent, string size, int? month, string? text = null) =>
        new(new GivenTurn(Speaker.Customer, text ?? $"a sentence about {intent ?? "the weather"}", intent, -0.5f), new GivenTurn(Speaker.Agent, "let me see", null), new GivenTurn(Speaker.Customer, "thanks", intent is null ? null : "thanks", 0.5f))
        {
            StartedAt = month is { } known ? new DateTimeOffset(2026, known, 10, 12, 0, 0, TimeSpan.Zero) : null,
            Attributes = new() { ["companySize"] = size },
        };
}
