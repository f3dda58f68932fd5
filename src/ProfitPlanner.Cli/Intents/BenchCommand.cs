using System.CommandLine;
using System.Diagnostics;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Cli.Intents;

/// <summary>How fast a bundle is on this machine, by each engine.</summary>
internal static class BenchCommand
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    private const int MostTurns = 100_000_000;

    private static readonly string[] Sentences =
    [
        "My card has not arrived yet, when will it come?", "I want to cancel my order and get my money back.", "hi", "Can I pay with PayPal or only by card?",
        "The app crashes every time I open the settings page, and I have already installed it again twice.", "How much does the team plan cost per seat?",
        "yes please", "Why was I charged twice this month? I only made one payment, and my statement shows two.",
    ];

    public static Command Create()
    {
        var model = ModelOption.Create();
        var turns = CountOption.Create("--turns", "Classify so many turns instead, and say where the time goes.", MostTurns);
        var text = new Option<string?>("--text") { Description = "A text file, a turn a line, plain or gzip; without it a few sentences again and again." };
        var engine = ModelOption.Engine();
        var command = new Command("bench", "Measure how fast a bundle is on this machine.") { model, turns, text, engine };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(model);
            var bundle = Bundle.Read(folder);
            if (parsed.GetValue(turns) is { } count)
            {
                Utterance[] texts = [.. (parsed.GetValue(text) is { } file ? TextLines.Read(file) : Sentences).Select(line => new Utterance(line))];
                if (texts.Length == 0)
                    throw new InvalidDataException($"{parsed.GetValue(text)}: there is no text in it.");
                var name = parsed.GetRequiredValue(engine);
                using var classifier = ModelOption.Of(bundle, name);
                ResultJson.Write(parsed.InvocationConfiguration.Output, TurnsReport.Of(classifier, bundle, ModelOption.EngineOf(ModelOption.Named(name, bundle.Manifest)), texts, count));
                return ExitCode.Success;
            }
            var results = new List<object>();
            foreach (var name in ModelOption.RunningHere(bundle.Manifest))
                foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
                    results.AddRange(Measure(bundle, name, threads));
            ResultJson.Write(parsed.InvocationConfiguration.Output, new { Model = folder, Classifier = Whole(bundle), Encoder = results });
            return ExitCode.Success;
        });
        return command;
    }

    private static object Whole(Bundle bundle)
    {
        using var classifier = new IntentClassifier(bundle);
        var texts = Enumerable.Range(0, 512).Select(i => new Utterance(Sentences[i % Sentences.Length])).ToArray();
        var (calls, elapsed, _) = Repeat(() => classifier.Classify(texts));
        var (_, _, one) = Repeat(() => classifier.Classify(Sentences[0]));
        return new { TextsPerSecond = calls * texts.Length / elapsed.TotalSeconds, MedianMilliseconds = one };
    }

    private static IEnumerable<object> Measure(Bundle bundle, string name, int threads)
    {
        var tokenizer = new BertTokenizer(bundle.Vocabulary, bundle.Manifest.LowerCase);
        using var engine = ModelOption.EngineOf(name, threads)(bundle.Encoders[0]);
        foreach (var size in (int[])[1, 64])
        {
            var batch = TokenBatch.Of([.. Enumerable.Range(0, size).Select(i => tokenizer.Encode(Sentences[i % Sentences.Length], maxLength: bundle.Manifest.MaxLength))]);
            var (calls, elapsed, median) = Repeat(() => engine.Run(batch));
            yield return new { Engine = name, Threads = threads, Batch = size, TextsPerSecond = calls * size / elapsed.TotalSeconds, MedianMilliseconds = median };
        }
    }

    private static (int Calls, TimeSpan Elapsed, double MedianMilliseconds) Repeat(Action action)
    {
        for (var i = 0; i < 10; i++)
            action();
        var (clock, times) = (Stopwatch.StartNew(), new List<double>());
        while (clock.Elapsed < Least)
        {
            var start = clock.Elapsed;
            action();
            times.Add((clock.Elapsed - start).TotalMilliseconds);
        }
        var elapsed = clock.Elapsed;
        times.Sort();
        return (times.Count, elapsed, times[times.Count / 2]);
    }
}
