using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Ngrams;
using ProfitPlanner.Intents.Onnx;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.DataSets;
using ProfitPlanner.Intents.Training.FineTuning;
using ProfitPlanner.Intents.Training.Ngrams;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>Makes a classifier from labelled texts: encoders, a linear model, their blend, and when to say 'none of these'.</summary>
/// <param name="options">How.</param>
/// <param name="progress">Hears how far it has come.</param>
public sealed class IntentTrainer(TrainerOptions options, IProgress<TrainingProgress>? progress = null)
{
    private const double HeldOut = 0.1;

    private const int ScoringBatch = 64;

    // As long as fewer texts have several labels, that a text has one tells more than it misleads.
    private const double FewSeveral = 0.05;

    // Passes over few texts are short, and the schedule needs steps.
    private const int TextsToSee = 120_000;
    private const int FewestEpochs = 10;
    private const int MostEpochs = 60;

    /// <summary>Trains on texts.</summary>
    /// <param name="train">To learn from; rows of <see cref="LabelledText.OutOfScope"/> teach what is none of the labels.</param>
    /// <param name="dev">To choose by; null where a tenth of <paramref name="train"/> is held out for that.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="InvalidDataException">The texts cannot be learned from: a sentence.</exception>
    /// <exception cref="Native.TorchUnavailableException">libtorch cannot be loaded here.</exception>
    public Bundle Train(IReadOnlyList<LabelledText> train, IReadOnlyList<LabelledText>? dev = null, CancellationToken cancellationToken = default)
    {
        string[] labels = [.. train.Where(row => !row.IsOutOfScope).SelectMany(row => row.Labels).Distinct().Order(StringComparer.Ordinal)];
        if (labels.Length < 2)
            throw new InvalidDataException("There must be texts of two labels at least.");
        if (dev?.Where(row => !row.IsOutOfScope).SelectMany(row => row.Labels).Except(labels).FirstOrDefault() is { } unknown)
            throw new InvalidDataException($"The dev texts have the label '{unknown}', which the training texts lack.");
        var kind = train.Count(row => row.Labels.Count > 1) > FewSeveral * train.Count ? HeadKind.AnyLabels : HeadKind.OneLabel;
        Head[] heads = [new(Head.Intent, kind, labels), .. OtherHeads.Of(train)];

        var (part, held) = dev is null ? StratifiedSplit.Of(train, HeldOut, options.FineTuning.Seed) : (train, dev);
        if (held.All(row => row.IsOutOfScope))
            throw new InvalidDataException(dev is null ? "There are too few texts to hold some out; give some for dev." : "None of the dev texts has a label to choose by.");
        var start = TrainingStart.Of(options, train, cancellationToken);

        var chosen = Choose(Fit(heads, start, part, held, "choosing", cancellationToken), part, held, cancellationToken);
        if (dev is not null || !options.Refit)
            return chosen;
        var whole = Fit(heads, start, train, [], "final", cancellationToken);
        return whole with
        {
            Manifest = chosen.Manifest,
            Centroids = chosen.Centroids.Count == 0 ? [] : CentroidsOf(whole, train),
            Linear = chosen.Linear is null ? null : whole.Linear,
            Confusion = chosen.Confusion,
        };
    }

    private Bundle Fit(Head[] heads, TrainingStart start, IReadOnlyList<LabelledText> train, IReadOnlyList<LabelledText> dev, string stage, CancellationToken cancellationToken)
    {
        var tokenizer = start.Tokenizer;
        Head[] learnt = [.. heads, .. OtherHeads.OfDetail(train) is { } detail ? [detail] : Array.Empty<Head>()];
        var texts = TextsOf(train, learnt, tokenizer);
        var held = TextsOf([.. dev.Where(row => !row.IsOutOfScope)], learnt, tokenizer);

        BertModel[] encoders = [.. Enumerable.Range(0, options.Encoders).Select(i =>
        {
            var settings = options.FineTuning with
            {
                Seed = options.FineTuning.Seed + i,
                Epochs = options.Epochs ?? Math.Clamp(TextsToSee / train.Count, FewestEpochs, MostEpochs),
            };
            return Keep(heads, new FineTuner(start.Config, learnt, tokenizer.Vocabulary, settings).Train(
                start.Weights, texts, held, options.Checkpoints is { } folder ? Path.Combine(folder, $"{stage}-{i + 1}") : null, progress, cancellationToken));
        })];
        progress?.Report(new($"linear model ({stage})", 0, 1, double.NaN, null, TimeSpan.Zero));
        var linear = LinearTrainer.Train(
            [.. train.Zip(texts, (row, text) => new LinearExample(row.Text, text.Targets[0]!, row.Context))],
            heads[0].Labels.Count, new LinearOptions { Kind = heads[0].Kind, Ngrams = options.Ngrams, Seed = options.FineTuning.Seed }, cancellationToken);

        return new Bundle(
            new Manifest
            {
                Format = Manifest.NewestFormat,
                Name = options.Name,
                Created = TimeProvider.System.GetUtcNow(),
                Heads = heads,
                Encoders = encoders.Length,
                LowerCase = tokenizer.LowerCase,
                MaxLength = options.MaxLength,
                Blend = new Blend(0.5, 1, 1, 1),
                Metrics = new Dictionary<string, double>(),
                Data = new Dictionary<string, string>(),
                Training = new Dictionary<string, string>(),
                Files = new Dictionary<string, string>(),
            },
            tokenizer.Vocabulary,
            encoders,
            Centroids: [],
            linear);
    }

    private static BertModel Keep(Head[] heads, BertModel model)
    {
        var weights = new SafeTensors();
        foreach (var name in model.Weights.Names.Where(name => !model.Heads.Except(heads).Any(head => name.StartsWith($"heads.{head.Name}.", StringComparison.Ordinal))))
            weights.Add(name, model.Weights[name]);
        return new BertModel(model.Config, heads, weights);
    }

    private TrainingText[] TextsOf(IReadOnlyList<LabelledText> rows, IReadOnlyList<Head> heads, BertTokenizer tokenizer) =>
        [.. rows.Zip(RowLabels.Of(heads[0], rows), (row, labels) => TextOf(row, labels, heads, tokenizer))];

    private TrainingText TextOf(LabelledText row, int[] labels, IReadOnlyList<Head> heads, BertTokenizer tokenizer)
    {
        var tokens = tokenizer.Encode([.. TextWord.Of(row.Text).Select(word => word.In(row.Text))], row.Context, options.MaxLength, out var firstPieces);
        return new TrainingText(tokens, [labels, .. heads.Skip(1).Select(head => OtherHeads.Target(head, row, tokens.Length, firstPieces))]);
    }

    private Centroids[] CentroidsOf(Bundle parts, IReadOnlyList<LabelledText> train)
    {
        var tokenizer = new BertTokenizer(parts.Vocabulary, parts.Manifest.LowerCase);
        var texts = TextsOf([.. train.Where(row => !row.IsOutOfScope)], parts.Manifest.Heads, tokenizer);
        return [.. parts.Encoders.Select(model => CentroidsOf(model, texts))];
    }

    private static Centroids CentroidsOf(BertModel model, TrainingText[] texts)
    {
        using var engine = OnnxEngine.Create(model);
        var hidden = model.Config.HiddenSize;
        var placed = texts.OrderBy(text => text.Tokens.Length).Chunk(ScoringBatch).SelectMany(chunk =>
        {
            var features = engine.Run(TokenBatch.Of([.. chunk.Select(text => text.Tokens)])).Features;
            return chunk.Select((text, row) => (features.AsSpan(row * hidden, hidden).ToArray(), text.Targets[0]![0]));
        });
        return Centroids.Of(placed, model.Heads[0].Labels.Count, hidden);
    }

    private Bundle Choose(Bundle parts, IReadOnlyList<LabelledText> train, IReadOnlyList<LabelledText> held, CancellationToken cancellationToken)
    {
        var head = parts.Manifest.Heads[0];
        var tellsNone = head.Kind == HeadKind.OneLabel && held.Any(row => row.IsOutOfScope);
        if (tellsNone)
            parts = parts with { Centroids = CentroidsOf(parts, train) };
        var scores = Scores(parts, held, new OnnxOptions(), cancellationToken);
        var quantised = Scores(parts, held, new OnnxOptions { Quantised = true, Threads = 1 }, cancellationToken);

        var truth = RowLabels.Of(head, held);
        int[] inScope = [.. Enumerable.Range(0, held.Count).Where(i => !held[i].IsOutOfScope)];
        var blend = BlendChoice.Of(head.Kind, [.. inScope.Select(i => scores[i])], [.. inScope.Select(i => truth[i])]);
        var manifest = parts.Manifest with
        {
            Blend = blend,
            None = tellsNone ? RuleOf(blend, head, scores, truth) : null,
            Also = head.Kind == HeadKind.OneLabel && train.Any(row => row.Labels.Count > 1)
                ? SeveralLabels.Threshold([.. inScope.Select(i => blend.Probabilities(head.Kind, scores[i]))], [.. inScope.Select(i => truth[i])])
                : null,
        };
        return parts with
        {
            Linear = blend.LinearShare > 0 ? parts.Linear : null,
            Centroids = manifest.None is { Score: NoneScore.Distance } ? parts.Centroids : [],
            Confusion = ConfusionFigures.Of(manifest, scores, truth),
            Manifest = manifest with { Metrics = HeldOutFigures.Of(manifest, scores, quantised, held, truth) },
        };
    }

    private static IReadOnlyList<TextScores> Scores(Bundle parts, IReadOnlyList<LabelledText> rows, OnnxOptions engine, CancellationToken cancellationToken)
    {
        using var classifier = new IntentClassifier(parts, model => OnnxEngine.Create(model, engine), oneByOne: engine.Quantised);
        return classifier.Score([.. rows.Select(row => new Utterance(row.Text, row.Context))], cancellationToken);
    }

    private NoneRule RuleOf(Blend blend, Head head, IReadOnlyList<TextScores> scores, int[][] labels)
    {
        float[][] probabilities = [.. scores.Select(row => blend.Probabilities(head.Kind, row))];
        int[] truth = [.. labels.Select(own => own is [var label, ..] ? label : NoneRule.None)];
        return NoneRule.Choose(
            Enum.GetValues<NoneScore>().ToDictionary(score => score, score => scores.Select((row, i) => row.None(score, blend, probabilities[i]) ?? 0).ToArray()),
            truth, options.Accept);
    }
}
