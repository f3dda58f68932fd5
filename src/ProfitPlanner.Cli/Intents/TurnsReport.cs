using System.Diagnostics;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Cli.Intents;

/// <summary>What classifying many turns costs, and where the time goes.</summary>
/// <param name="Turns">How many.</param>
/// <param name="TurnsPerSecond">Over all of them.</param>
/// <param name="MegabytesBefore">Working set of the process once the first window was classified.</param>
/// <param name="MegabytesAfter">At the end.</param>
/// <param name="Shares">Of a window's time, in [0, 1]: tokens, encoder, heads (beyond the intent's), linear model, and the decision.</param>
internal sealed record TurnsReport(int Turns, double TurnsPerSecond, long MegabytesBefore, long MegabytesAfter, IReadOnlyDictionary<string, double> Shares)
{
    private const int Window = 4_096;

    private const int Batch = 64;

    /// <param name="classifier">Classifies them.</param>
    /// <param name="bundle">What it was made of.</param>
    /// <param name="engine">Runs the encoders where its time is divided up, one batch after the other.</param>
    /// <param name="texts">Taken again and again.</param>
    /// <param name="turns">How many.</param>
    public static TurnsReport Of(IntentClassifier classifier, Bundle bundle, Func<BertModel, IBertEngine> engine, IReadOnlyList<Utterance> texts, int turns)
    {
        Utterance[] NextWindow(int from) => [.. Enumerable.Range(from, Math.Min(Window, turns - from)).Select(i => texts[i % texts.Count])];

        classifier.Classify(NextWindow(0));
        var before = Megabytes();
        var clock = Stopwatch.StartNew();
        for (var from = 0; from < turns; from += Window)
            classifier.Classify(NextWindow(from));
        var perSecond = turns / clock.Elapsed.TotalSeconds;
        return new TurnsReport(turns, perSecond, before, Megabytes(), SharesOf(bundle, engine, NextWindow(0)));
    }

    private static Dictionary<string, double> SharesOf(Bundle bundle, Func<BertModel, IBertEngine> engine, Utterance[] texts)
    {
        using var classifier = new IntentClassifier(bundle, engine);
        var tokenizer = new BertTokenizer(bundle.Vocabulary, bundle.Manifest.LowerCase);
        TokenSequence[] sequences = [];
        var tokens = Time(() => sequences = [.. texts.Select(text => tokenizer.Encode(text.Text, text.Context, bundle.Manifest.MaxLength))]);
        TokenBatch[] batches = [.. sequences.OrderBy(sequence => sequence.Length).Chunk(Batch).Select(chunk => TokenBatch.Of(chunk))];
        var all = bundle.Encoders.Sum(model => EncoderTime(model));
        var alone = bundle.Encoders.Sum(model => EncoderTime(model with { Heads = [model.Heads[0]] }));
        var linear = bundle.Linear is { } ngrams ? Time(() => Array.ForEach(texts, text => ngrams.Logits(text.Text, text.Context))) : 0;
        var whole = Time(() => classifier.Classify(texts));
        return new Dictionary<string, double>
        {
            ["tokens"] = tokens / whole,
            ["encoder"] = alone / whole,
            ["heads"] = Math.Max(0, all - alone) / whole,
            ["linear"] = linear / whole,
            ["decision"] = Math.Max(0, whole - tokens - all - linear) / whole,
        };

        double EncoderTime(BertModel model)
        {
            using var running = engine(model);
            return Time(() => Array.ForEach(batches, batch => running.Run(batch)));
        }
    }

    // Seconds, the best of three.
    private static double Time(Action action) => Enumerable.Range(0, 3).Min(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    });

    private static long Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 >> 20;
    }
}
