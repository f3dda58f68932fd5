using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Lines in, JSON Lines out.</summary>
internal static class PredictCommand
{
    private const int MostAlternatives = 1_000;

    // Enough to fill batches of one length, few enough to answer a pipe soon.
    private const int Together = 1_024;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var model = ModelOption.Create();
        var engine = ModelOption.Engine();
        var alternatives = CountOption.Create("--alternatives", "How many further intents to name.", MostAlternatives, 3);
        var command = new Command("predict", "Classify the lines of standard input, as JSON Lines: text, intent (null for none of these), confidence, alternatives, sentiment, personal data.") { model, engine, alternatives };
        command.SetAction(parsed =>
        {
            using var classifier = ModelOption.Load(parsed.GetRequiredValue(model), parsed.GetRequiredValue(engine));
            using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
            foreach (var lines in Lines(input).Chunk(Together))
                foreach (var (text, prediction) in lines.Zip(classifier.Classify([.. lines.Select(line => new Utterance(line))])))
                    parsed.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(Result(text, prediction, parsed.GetValue(alternatives)), Json));
            return ExitCode.Success;
        });
        return command;
    }

    private static IEnumerable<string> Lines(TextReader input)
    {
        while (input.ReadLine() is { } line)
            yield return line;
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
