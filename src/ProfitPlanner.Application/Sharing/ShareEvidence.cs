using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Evidence;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Evidence;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Sharing;

/// <summary>What stands behind the numbers of scenarios, as far as a viewer may look.</summary>
internal sealed class ShareEvidence
{
    private const int MostSentences = 3;

    // Neither a word nor a page says what a customer wants.
    private const int ShortestSentence = 15;
    private const int LongestSentence = 300;

    private readonly ShareChoice _choice;
    private readonly Dictionary<Guid, (MeasuredSignal Signal, IReadOnlyList<string> Sentences)> _counted = [];

    private ShareEvidence(ShareChoice choice) => _choice = choice;

    public static async Task<ShareEvidence> ReadAsync(
        PlannerDb db, IReadOnlyList<StoredScenario> scenarios, ShareChoice choice, CancellationToken cancellationToken)
    {
        var evidence = new ShareEvidence(choice);
        if (choice.Depth < EvidenceDepth.Reasons)
            return evidence;
        Guid[] accepted = [.. scenarios.SelectMany(evidence.Sources).Select(source => source.Provenance?.Evidence).OfType<Guid>()];
        foreach (var item in await db.Evidence.AsNoTracking().Where(item => accepted.Contains(item.Id) && item.State == EvidenceState.Accepted).ToListAsync(cancellationToken))
        {
            var signal = EvidenceContent.Read(item).Signal;
            evidence._counted[item.Id] = (signal, choice.Depth < EvidenceDepth.Sentences ? [] : await SentencesAsync(db, signal, cancellationToken));
        }
        return evidence;
    }

    /// <summary>Of the numbers that may be looked behind, by their paths in the stored scenario.</summary>
    public IEnumerable<SharedAssumption> Of(StoredScenario scenario) =>
        Sources(scenario).Select(source => Of(source.Path, source.Provenance));

    private SharedAssumption Of(string path, Provenance? source)
    {
        var assumption = new SharedAssumption(path, source?.Kind);
        if (source is null || _choice.Depth < EvidenceDepth.Reasons)
            return assumption;
        var (signal, sentences) = source.Evidence is { } id ? _counted.GetValueOrDefault(id) : default;
        return assumption with
        {
            Reason = source.Reason,
            Link = source.Link,
            Date = source.Date,
            Signal = signal is null
                ? null
                : new SharedSignal(
                    [.. signal.Intents.Select(intent => new SharedIntent(intent.Name, intent.NameZh))], signal.Segment?.Name, signal.From, signal.To,
                    signal.Conversations, signal.Share),
            Sentences = sentences ?? [],
        };
    }

    private IEnumerable<(string Path, Provenance? Provenance)> Sources(StoredScenario scenario) =>
        from input in scenario.Content.Inputs()
        where _choice.Inputs is not { } chosen || chosen.Contains(new ShareChoice.Input(scenario.Id, input.Path))
        select (input.Path, scenario.Content.Provenance.GetValueOrDefault(input.Path));

    /// <summary>What customers wrote who asked for it then, the clearest first, each from another conversation. Stored turns are masked.</summary>
    private static async Task<IReadOnlyList<string>> SentencesAsync(PlannerDb db, MeasuredSignal signal, CancellationToken cancellationToken)
    {
        string[] keys = [.. signal.Intents.Select(intent => intent.Key)];
        var said =
            from intent in db.TurnIntents
            where intent.ModelId == signal.Model && keys.Contains(intent.Intent)
            join turn in db.Turns on new { intent.ConversationId, intent.Number } equals new { turn.ConversationId, turn.Number }
            where turn.Speaker == Speaker.Customer && turn.Text.Length >= ShortestSentence && turn.Text.Length <= LongestSentence
            join conversation in db.Conversations on turn.ConversationId equals conversation.Id
            select new { turn.Text, turn.ConversationId, intent.Confidence, conversation.StartedAt };
        if (signal.Segment is { } segment)
            said = said.Where(each => db.SegmentConversations.Any(member => member.SegmentId == segment.Id && member.ConversationId == each.ConversationId));
        if (Months.Begin(signal.From) is { } from)
            said = said.Where(each => each.StartedAt >= from);
        if (Months.End(signal.To) is { } to)
            said = said.Where(each => each.StartedAt < to);
        // A few more, for some may be of one conversation or say the same.
        var clearest = await said.OrderByDescending(each => each.Confidence).ThenBy(each => each.ConversationId).Take(10 * MostSentences).ToListAsync(cancellationToken);
        return [.. clearest.DistinctBy(each => each.ConversationId).Select(each => each.Text).Distinct().Take(MostSentences)];
    }
}
