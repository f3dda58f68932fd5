using System.Numerics.Tensors;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Onnx;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Classification;

/// <summary>Text in; labels, confidences and 'none of these' out. Safe to call from several threads at once.</summary>
public sealed class IntentClassifier : IDisposable
{
    private readonly Bundle _bundle;
    private readonly BertTokenizer _tokenizer;
    private readonly IBertEngine[] _engines;
    private readonly Head? _words;
    private readonly Head? _sentiment;
    private readonly bool _oneByOne;

    /// <param name="bundle">A trained classifier.</param>
    /// <param name="engine">Makes what runs an encoder: ONNX Runtime where null.</param>
    /// <param name="oneByOne">Whether each text is read by itself, several side by side: for an engine of one thread, and for one whose output hangs on what stands beside a text.</param>
    /// <exception cref="InvalidDataException">A tensor is missing or of another shape; it is named.</exception>
    public IntentClassifier(Bundle bundle, Func<BertModel, IBertEngine>? engine = null, bool oneByOne = false)
    {
        (_bundle, _oneByOne) = (bundle, oneByOne);
        _tokenizer = new BertTokenizer(bundle.Vocabulary, bundle.Manifest.LowerCase);
        _words = bundle.Manifest.Heads.FirstOrDefault(head => head.Kind == HeadKind.TokenLabels);
        _sentiment = bundle.Manifest.Heads.Skip(1).FirstOrDefault(head => head is { Name: Head.Sentiment, Kind: HeadKind.OneLabel });
        _engines = [.. bundle.Encoders.Select((model, i) => Running(model, engine ?? (own => OnnxEngine.Create(own)), $"{Manifest.Name}, encoder {i + 1}"))];
        // Whose weights the engines have by now.
        _bundle = bundle with { Encoders = [] };
    }

    /// <summary>What the bundle says of itself.</summary>
    public Manifest Manifest => _bundle.Manifest;

    /// <summary>Its errors on held-out texts; null where the bundle does not say.</summary>
    public HeldOutConfusion? Confusion => _bundle.Confusion;

    /// <summary>Reads a bundle from a folder.</summary>
    /// <exception cref="InvalidDataException">A sentence that says what is wrong, and where.</exception>
    public static IntentClassifier Load(string folder, Func<BertModel, IBertEngine>? engine = null) => new(Bundle.Read(folder), engine);

    /// <summary>
    /// Made to read as many texts a second as this machine can: each by itself on one thread, without
    /// padding, and on 8-bit integers where the bundle's figures say that nothing is lost by them (<see cref="OnnxOptions.Quantised"/>).
    /// What a text gets hangs on that text alone.
    /// </summary>
    /// <exception cref="InvalidDataException">A tensor is missing or of another shape; it is named.</exception>
    public static IntentClassifier ToServe(Bundle bundle)
    {
        var options = new OnnxOptions { Threads = 1, Quantised = bundle.Manifest.LosesNothingQuantised };
        return new IntentClassifier(bundle, model => OnnxEngine.Create(model, options), oneByOne: true);
    }

    /// <summary>Classifies one text.</summary>
    public IntentPrediction Classify(string text, string? context = null) => Classify([new Utterance(text, context)])[0];

    /// <summary>Classifies texts, in their order; many at once are faster.</summary>
    public IReadOnlyList<IntentPrediction> Classify(IReadOnlyList<Utterance> texts, CancellationToken cancellationToken = default) =>
        Each(texts, Predict, cancellationToken);

    /// <summary>What the parts of the classifier say of texts, in their order.</summary>
    public IReadOnlyList<TextScores> Score(IReadOnlyList<Utterance> texts, CancellationToken cancellationToken = default) =>
        Each(texts, scores => scores, cancellationToken);

    /// <summary>
    /// What each word of texts may be, in their order; a long text is read in pieces. A word of no token, such as one of
    /// control characters, is left out. Cheaper than <see cref="Score"/>, which reads intents, too.
    /// </summary>
    /// <exception cref="InvalidOperationException">The model has no head that labels words.</exception>
    public IReadOnlyList<IReadOnlyList<WordProbabilities>> ReadWords(IReadOnlyList<Utterance> texts, CancellationToken cancellationToken = default) =>
        new WordReader(_tokenizer, _engines[0], _words ?? throw new InvalidOperationException("The model has no head that labels words."), Manifest.MaxLength, _oneByOne)
            .Read(texts, cancellationToken);

    /// <summary>Decides from scores.</summary>
    public IntentPrediction Predict(TextScores scores)
    {
        var head = Manifest.Heads[0];
        var probabilities = Manifest.Blend.Probabilities(head.Kind, scores);
        LabelProbability[] ranked = [.. head.Labels.Select((label, i) => new LabelProbability(label, probabilities[i])).OrderByDescending(label => label.Probability)];
        var score = Manifest.None is { } rule ? scores.None(rule.Score, Manifest.Blend, probabilities) : null;
        var isNone = score is { } value && Manifest.None!.IsNone(value);
        return new IntentPrediction(
            isNone ? [] : [.. Manifest.Given(probabilities).Select(label => head.Labels[label])],
            ranked[0].Probability,
            ranked,
            score,
            _sentiment is null ? null : MostProbable(_sentiment, scores.Others[_sentiment.Name]),
            _words is null ? [] : Tags(_words, scores));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var engine in _engines)
            engine.Dispose();
    }

    private static IBertEngine Running(BertModel model, Func<BertModel, IBertEngine> engine, string name)
    {
        try
        {
            return engine(model);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{name}: {e.Message}", e);
        }
    }

    private T[] Each<T>(IReadOnlyList<Utterance> texts, Func<TextScores, T> take, CancellationToken cancellationToken)
    {
        ReadText[] read = [.. texts.Select(Read)];
        var taken = new T[texts.Count];
        TokenBatches.ForEach([.. read.Select(text => text.Tokens.Length)], _oneByOne, chunk =>
        {
            var batch = TokenBatch.Of([.. chunk.Select(i => read[i].Tokens)]);
            EncoderOutput[] outputs = [.. _engines.Select(engine => engine.Run(batch))];
            for (var row = 0; row < chunk.Length; row++)
                taken[chunk[row]] = take(ScoresOf(texts[chunk[row]], read[chunk[row]], outputs, batch, row));
        }, cancellationToken);
        return taken;
    }

    private ReadText Read(Utterance text)
    {
        if (_words is null)
            return new ReadText(_tokenizer.Encode(text.Text, text.Context, Manifest.MaxLength), [], []);
        var words = TextWord.Of(text.Text);
        var tokens = _tokenizer.Encode([.. words.Select(word => word.In(text.Text))], text.Context, Manifest.MaxLength, out var firstPieces);
        int[] kept = [.. Enumerable.Range(0, words.Length).Where(i => firstPieces[i] >= 0)];
        return new ReadText(tokens, [.. kept.Select(i => words[i])], [.. kept.Select(i => firstPieces[i])]);
    }

    private TextScores ScoresOf(Utterance text, ReadText read, EncoderOutput[] outputs, TokenBatch batch, int row)
    {
        double? distance = null;
        if (_bundle.Centroids.Count > 0)
            distance = _bundle.Centroids.Zip(outputs, (own, output) => own.Distance(Row(output.Features, output.Features.Length / batch.Rows, row))).Average();
        return new TextScores(
            [.. outputs.Select(output => Row(output.Logits[Head.Intent], Manifest.Heads[0].Labels.Count, row).ToArray())],
            _bundle.Linear?.Logits(text.Text, text.Context) ?? [],
            distance,
            read.Words,
            Manifest.Heads.Skip(1).ToDictionary(head => head.Name, head => Others(head, outputs[0].Logits[head.Name], read, batch, row)),
            Direction.Of(Row(outputs[0].Features, outputs[0].Features.Length / batch.Rows, row)));
    }

    private static float[] Others(Head head, float[] logits, ReadText read, TokenBatch batch, int row) => head.Kind == HeadKind.TokenLabels
        ? [.. read.FirstPieces.SelectMany(piece => Row(logits, head.Labels.Count, row * batch.Length + piece).ToArray())]
        : Row(logits, head.Labels.Count, row).ToArray();

    private static ReadOnlySpan<float> Row(float[] matrix, int width, int row) => matrix.AsSpan(row * width, width);

    private static LabelProbability MostProbable(Head head, ReadOnlySpan<float> logits)
    {
        var probabilities = Logits.Softmax(logits);
        var best = TensorPrimitives.IndexOfMax<float>(probabilities);
        return new LabelProbability(head.Labels[best], probabilities[best]);
    }

    private static WordTag[] Tags(Head head, TextScores scores) =>
    [
        .. scores.Words.Zip(scores.Others[head.Name].Chunk(head.Labels.Count), (word, logits) => (word, Best: MostProbable(head, logits)))
            .Where(tag => tag.Best.Label != Head.NoTag)
            .Select(tag => new WordTag(tag.word, tag.Best.Label, tag.Best.Probability)),
    ];

    /// <param name="Tokens">As the encoder reads them.</param>
    /// <param name="Words">Those that were not cut, where a head labels words.</param>
    /// <param name="FirstPieces">Where each of them begins among the tokens.</param>
    private sealed record ReadText(TokenSequence Tokens, TextWord[] Words, int[] FirstPieces);
}
