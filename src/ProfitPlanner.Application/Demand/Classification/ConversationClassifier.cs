using ProfitPlanner.Application.Demand.Words;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Application.Demand.Classification;

/// <summary>Reads conversations by one model: each customer's turn with what was said before it, then the whole.</summary>
/// <param name="languages">Those the model was taught; null of one that was taught whatever its organisation writes.</param>
internal sealed class ConversationClassifier(IntentClassifier classifier, IReadOnlyCollection<string>? languages)
{
    /// <summary>Languages of the model that ships.</summary>
    public static readonly IReadOnlyCollection<string> ShippedLanguages = ["en"];

    private const string GivesInformation = "gives_information";

    private readonly bool _givesInformation = classifier.Manifest.Heads[0].Labels.Contains(GivesInformation);

    /// <summary>Classifies what is not known yet; all at once, which is faster.</summary>
    public IReadOnlyList<ClassifiedConversation> Classify(IReadOnlyList<ReadConversation> conversations, CancellationToken cancellationToken)
    {
        List<PendingTurn>[] pending = [.. conversations.Select(conversation => Pending(conversation.Turns).ToList())];
        var all = pending.SelectMany(turns => turns).ToList();
        var scores = classifier.Score([.. all.Select(turn => turn.Said), .. all.Select(turn => turn.Meant).OfType<Utterance>()], cancellationToken);
        var next = 0;
        for (var i = 0; i < all.Count; i++)
            all[i].Scores = (scores[i], all[i].Meant is null ? null : scores[all.Count + next++]);
        var concluded = new ClassifiedConversation[conversations.Count];
        Parallel.For(0, concluded.Length, new ParallelOptions { CancellationToken = cancellationToken }, i => concluded[i] = Conclude(conversations[i], pending[i]));
        return concluded;
    }

    private static IEnumerable<PendingTurn> Pending(IReadOnlyList<ReadTurn> turns) =>
        SaidInContext.Of(turns).Where(said => said.Turn.Known is null).Select(Of);

    private static PendingTurn Of(SaidInContext said)
    {
        var (agrees, isValue) = (Answers.Agrees(said.Turn.Text), Answers.IsBareValue(said.Turn.Text));
        var offered = said.Asked is not null && (agrees || isValue) ? Answers.Offered(said.Asked) : null;
        var meant = offered ?? (said.Asked is not null && isValue ? Answers.Asked(said.Asked) : null);
        return new PendingTurn(said.Turn, said.Utterance, meant is null ? null : new Utterance(meant), agrees && offered is not null, isValue);
    }

    private ClassifiedConversation Conclude(ReadConversation conversation, List<PendingTurn> pending)
    {
        var language = conversation.Language ?? LanguageGuess.Of(conversation.Turns.Where(turn => turn.Speaker == Speaker.Customer).Select(turn => turn.Text));
        var isTaught = language is null || languages is null || languages.Contains(language);
        var unclassified = pending.ToDictionary(turn => turn.Turn.Number);
        var (given, fresh) = (new List<(string Text, GivenIntent Given)>(), new List<ClassifiedTurn>());
        string? before = null;
        var beforeConfidence = 0f;
        foreach (var turn in conversation.Turns.Where(turn => turn.Speaker == Speaker.Customer))
        {
            var intent = turn.Known;
            if (unclassified.TryGetValue(turn.Number, out var waiting))
            {
                intent = Give(waiting, before, beforeConfidence) with { Sentiment = Sentiment.Of(turn.Text, language) };
                if (!isTaught)
                    intent = intent with { Intent = null };
                fresh.Add(new ClassifiedTurn(turn.Number, turn.Text, intent, waiting.Scores.Said.Direction));
            }
            given.Add((turn.Text, intent!));
            if (intent!.Intent is { } meant && !ConversationDecision.IsTalk(meant))
                (before, beforeConfidence) = (meant, intent.Confidence);
        }
        return new ClassifiedConversation(conversation.Id, language, fresh, ConversationDecision.Of(given));
    }

    // An answer takes what was asked; where that says nothing ('Shall I do that?'), what the customer wanted before.
    private GivenIntent Give(PendingTurn turn, string? before, float beforeConfidence)
    {
        var said = classifier.Predict(turn.Scores.Said);
        var given = new GivenIntent(said.Intent, said.Ranked[0].Label, (float)said.Confidence, said.Ranked.Count > 1 ? said.Ranked[1].Label : null, null);
        if (turn.Scores.Meant is { } scores && classifier.Predict(scores) is { Intent: { } meant } asked && !ConversationDecision.IsTalk(meant))
            return given with { Intent = meant, Likeliest = meant, Confidence = (float)asked.Confidence, Alternative = Other(given, meant) };
        if (turn.AgreesToOffer && before is not null)
            return given with { Intent = before, Likeliest = before, Confidence = beforeConfidence, Alternative = Other(given, before) };
        // By itself a number is like nothing that was learnt from, and nobody's wish, whatever it is taken for.
        return turn.IsValue && _givesInformation
            ? given with { Intent = GivesInformation, Likeliest = GivesInformation, Alternative = Other(given, GivesInformation) }
            : given;
    }

    private static string? Other(GivenIntent given, string instead) => given.Likeliest == instead ? given.Alternative : given.Likeliest;

    /// <param name="Said">The turn with its context.</param>
    /// <param name="Meant">What it answers, in the customer's words; null where it speaks for itself.</param>
    /// <param name="AgreesToOffer">Whether it is an 'ok' to something that support offered.</param>
    /// <param name="IsValue">Whether it is a bare number or the like.</param>
    private sealed record PendingTurn(ReadTurn Turn, Utterance Said, Utterance? Meant, bool AgreesToOffer, bool IsValue)
    {
        public (TextScores Said, TextScores? Meant) Scores { get; set; }
    }
}
