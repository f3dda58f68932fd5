using ProfitPlanner.Application.Demand.Words;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Demand.Words;

/// <summary>No data says how pleased customers are; but whose card was swallowed is less so than who asks which currencies there are.</summary>
public sealed class SentimentOnDataTests
{
    private static readonly string[] Bad =
    [
        "declined", "not_working", "not_recognised", "wrong_", "compromised", "lost_or_stolen", "extra_charge", "swallowed", "failed", "reverted", "charged_twice", "blocked", "Refund_not_showing_up",
    ];

    [Fact]
    public void Complaints_sound_less_pleased_than_other_questions()
    {
        var texts = File.ReadLines(Path.Combine(SharedData.Required(), "banking77", "train.csv")).Skip(1)
            .Select(line => (Text: line[..Math.Max(0, line.LastIndexOf(','))], Label: line[(line.LastIndexOf(',') + 1)..]))
            .Where(row => row.Text.Length > 0)
            .Select(row => (Score: Sentiment.Of(row.Text, "en")!.Value, IsBad: Bad.Any(row.Label.Contains)))
            .ToList();
        var (bad, other) = (texts.Where(row => row.IsBad).Select(row => row.Score).ToArray(), texts.Where(row => !row.IsBad).Select(row => row.Score).ToArray());

        // Chance that a complaint scores below another question, ties counting half.
        var auroc = bad.Average(b => other.Average(o => b < o ? 1 : b == o ? 0.5 : 0));

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"complaints {bad.Length}, mean {bad.Average():0.000}, others {other.Length}, mean {other.Average():0.000}, AUROC {auroc:0.000}, zero {texts.Count(row => row.Score == 0) / (double)texts.Count:0.00}"));
        Assert.True(bad.Average() < other.Average() - 0.1);
        Assert.True(auroc > 0.62);
    }

    [Fact]
    public void Thanks_sound_more_pleased_than_the_rest_of_what_is_said()
    {
        var texts = Conversations.OfMultiDogo("finance", "train", 1_000).SelectMany(conversation => conversation.Turns).Select(turn => turn.Text).ToList();
        var thanks = texts.Where(text => text.Contains("thank", StringComparison.OrdinalIgnoreCase)).Select(text => Sentiment.Of(text, "en")!.Value).ToArray();
        var rest = texts.Where(text => !text.Contains("thank", StringComparison.OrdinalIgnoreCase)).Select(text => Sentiment.Of(text, "en")!.Value).ToArray();

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"thanks {thanks.Average():0.000}, rest {rest.Average():0.000}"));
        Assert.True(thanks.Average() > rest.Average() + 0.2);
    }
}
