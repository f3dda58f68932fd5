using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Lines in, JSON Lines out.</summary>
internal static class PredictCommand
{
    private const int MostAlternatives = 1_000;

    // Enough to fill batches of one length.
    private const int Together = 1_024;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var model = ModelOption.Create();
        var engine = ModelOption.Engine();
        var alternatives = CountOption.Create("--alternatives", "How many further intents to name.", MostAlternatives, 3);
        var command = new Command("predict", "Classify the lines of standard input, as JSON Lines: text, intent (null for none of these), confidence, alternatives, sentiment, personal data.") { model, engine, alternatives };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var classifier = ModelOption.Load(parsed.GetRequiredValue(model), parsed.GetRequiredValue(engine));
            var output = parsed.InvocationConfiguration.Output;
            var waiting = Channel.CreateBounded<string>(Together);
            var reading = Task.Run(() => ReadAsync(waiting.Writer), cancellation);
            // What is there by now, together: who writes one line and waits is answered.
            while (await waiting.Reader.WaitToReadAsync(cancellation))
            {
                var lines = new List<string>();
                while (lines.Count < Together && waiting.Reader.TryRead(out var line))
                    lines.Add(line);
                foreach (var (text, prediction) in lines.Zip(classifier.Classify([.. lines.Select(line => new Utterance(line))], cancellation)))
                    output.WriteLine(JsonSerializer.Serialize(Result(text, prediction, parsed.GetValue(alternatives)), Json));
                output.Flush();
            }
            await reading;
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task ReadAsync(ChannelWriter<string> lines)
    {
        try
        {
            using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
            while (await input.ReadLineAsync() is { } line)
                await lines.WriteAsync(line);
            lines.Complete();
        }
        catch (Exception e)
        {
            lines.Complete(e);
        }
    }

    private static object Result(string text, IntentPrediction prediction, int alternatives) => new
    {
        Text = text,
        prediction.Intent,
        Confidence = Math.Round(prediction.Confidence, 6),
        Alternatives = prediction.Ranked.Where(label => !prediction.Intents.Contains(label.Label)).Take(alternatives)
            .Select(label => new { Intent = label.Label, Confidence = Math.Round(label.Probability, 6) }),
        Intents = prediction.Intents.Count > 1 ? prediction.Intents : null,
        Sentiment = prediction.Sentiment?.Label,
        Personal = prediction.Tags.Select(tag => new { tag.Word.Start, tag.Word.Length, Kind = tag.Label, Confidence = Math.Round(tag.Probability, 6) }),
    };
}
