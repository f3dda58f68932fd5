using System.Globalization;
using System.Text;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;

namespace ProfitPlanner.Intents.Training.Taxonomy;

/// <summary>What somebody must know who uses the default model: its README.md.</summary>
public static class ModelCard
{
    /// <summary>The file's name in the bundle.</summary>
    public const string FileName = "README.md";

    /// <param name="manifest">Of the trained model.</param>
    /// <param name="config">Of its encoders.</param>
    /// <param name="data">What it was trained and chosen on.</param>
    /// <param name="taxonomy">Its intents.</param>
    public static string Of(Manifest manifest, BertConfig config, SupportData data, SupportTaxonomy taxonomy)
    {
        var card = new StringBuilder();
        void Line(FormattableString text) => card.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

        Line($"# {manifest.Name}: general support intents in English");
        Line($"");
        Line($"Sorts a customer's turn into one of {taxonomy.Intents.Count} intents or none of these, and marks words that are personal data ({string.Join(", ", Personal(manifest))}). A BERT encoder of {config.NumHiddenLayers} blocks of {config.HiddenSize} with {config.VocabSize:N0} tokens, trained from the start on the texts below and no other, and a linear model on n-grams beside it; no outside weights.");
        Line($"");
        Line($"## How it was made");
        Line($"");
        Line($"    {manifest.Training["command"]}");
        Line($"");
        Line($"Seed {manifest.Training["seed"]}, {double.Parse(manifest.Training["seconds"], CultureInfo.InvariantCulture) / 3600:F1} hours on a shared machine of {Environment.ProcessorCount} cores, {manifest.Created:yyyy-MM-dd}. Every choice (epoch, blend, temperature, threshold of 'none of these') was made on dev, which the figures below are of, too: they are a little kinder than new texts are. No test split was seen.");
        Line($"");
        Line($"## Data");
        Line($"");
        Line($"| data set | licence | source |");
        Line($"| --- | --- | --- |");
        Line($"| BANKING77, train | CC BY 4.0 | Casanueva et al., 2020 |");
        Line($"| CLINC150: train, val, oos_train, oos_val | CC BY 3.0 | Larson et al., 2019 |");
        Line($"| MultiDoGO: airline, fastfood, finance, software; train and dev | CDLA Permissive 1.0 | Peskov et al., 2019 |");
        Line($"");
        Line($"{data.Train.Count:N0} texts to learn from ({data.Train.Count(row => row.IsOutOfScope):N0} of them none of the intents), {data.Dev.Count:N0} to choose by; a text of two intents is not used. Where each label of a data set goes, and how many texts each intent has: docs/intents/taxonomy.md of the project. SHA-256 of each file: manifest.json.");
        Line($"");
        Line($"## How good it is on dev");
        Line($"");
        Line($"| | accuracy | macro-F1 | ECE |");
        Line($"| --- | ---: | ---: | ---: |");
        foreach (var (part, name) in new[] { (Manifest.Blended, "as it answers"), (Manifest.Quantised, "the same on 8-bit integers"), ("encoders", "encoder alone"), ("linear", "linear model alone") })
            if (manifest.Metrics.TryGetValue($"{part}.accuracy", out var accuracy))
                Line($"| {name} | {accuracy:P1} | {manifest.Metrics[$"{part}.macroF1"]:P1} | {manifest.Metrics[$"{part}.ece"]:F3} |");
        if (manifest.Metrics.TryGetValue("none.recall", out var recall))
        {
            Line($"");
            Line($"None of these: finds {recall:P1} of the texts that are none of the intents (AUROC {manifest.Metrics["none.auroc"]:F3}), and of those it says it of {manifest.Metrics["none.precision"]:P1} are. With it, {manifest.Metrics["none.inScopeAccuracy"]:P1} of the texts that have an intent get theirs.");
        }
        Line($"");
        Line($"What each dev text was given stands in confusion.json, by its intent; shares of demand are corrected by it. `profitplanner intents confusion --model DIR --data DIR` counts it again, without training. A text is in dev once, however often people say it.");
        Line($"");
        Line($"| personal data | precision | recall |");
        Line($"| --- | ---: | ---: |");
        foreach (var kind in Personal(manifest).Where(kind => manifest.Metrics.ContainsKey($"{Head.Personal}.{kind}.recall")))
            Line($"| {kind} | {manifest.Metrics[$"{Head.Personal}.{kind}.precision"]:P1} | {manifest.Metrics[$"{Head.Personal}.{kind}.recall"]:P1} |");
        Line($"");
        Line($"By word, of texts that have lost their punctuation in MultiDoGO: 'john@example.com' stands there as 'johnexamplecom'. For masking it belongs together with rules.");
        Line($"");
        Line($"## Limits");
        Line($"");
        Line($"- English only, and short turns: of a turn with its context {manifest.MaxLength} tokens are read.");
        Line($"- Banking, airlines, fast food, consumer finance and office software, and everyday requests to an assistant, are what it has seen. Elsewhere it is less often right than the figures say: train on a few hundred texts of your own.");
        Line($"- MultiDoGO was written by paid workers who played customers; real customers are terser and angrier.");
        Line($"- No sentiment: there were no texts to learn it from.");
        Line($"- Names in the data are mostly American and Indian; others are found less often.");
        return card.ToString();
    }

    private static IEnumerable<string> Personal(Manifest manifest) =>
        manifest.Heads.Where(head => head.Name == Head.Personal).SelectMany(head => head.Labels).Where(label => label != Head.NoTag);
}
