using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.Encoder;
using ProfitPlanner.Intents.Training.Native;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ProfitPlanner.Intents.Training.FineTuning;

/// <summary>Trains an encoder with its heads on labelled texts.</summary>
public sealed class FineTuner
{
    private const string AverageFile = "average.safetensors";
    private const string BestFile = "best.safetensors";

    private const int EvaluationBatch = 128;

    private const double LossMemory = 0.98;

    // Where there are few steps, so that the rate comes to what it is to be.
    private const double MostWarmUp = 0.2;

    private readonly BertConfig _config;
    private readonly IReadOnlyList<Head> _heads;
    private readonly FineTuneOptions _options;
    private readonly TokenDropout _dropout;
    private readonly SubwordDropout _spelling;
    private readonly HeadLoss[] _losses;

    /// <param name="config">The encoder's size.</param>
    /// <param name="heads">The first one's accuracy on dev decides which epoch is kept.</param>
    /// <param name="vocabulary">Of the texts' tokens.</param>
    /// <param name="options">How to train.</param>
    public FineTuner(BertConfig config, IReadOnlyList<Head> heads, Vocabulary vocabulary, FineTuneOptions options)
    {
        (_config, _heads, _options) = (config, heads, options);
        _dropout = new TokenDropout(options.TokenDropout, vocabulary);
        _spelling = new SubwordDropout(options.SubwordDropout, vocabulary);
        _losses = [.. heads.Select((head, i) => new HeadLoss(head, i, options))];
    }

    /// <summary>Trains on texts.</summary>
    /// <param name="start">Weights of an encoder to begin with; drawn by the seed where null.</param>
    /// <param name="train">To learn from.</param>
    /// <param name="dev">To choose the epoch by; empty where the last one is kept.</param>
    /// <param name="checkpoints">A folder; a run that was killed goes on from it. Null where none are kept.</param>
    /// <param name="progress">Hears of every tenth step.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="TorchUnavailableException">libtorch cannot be loaded here.</exception>
    public BertModel Train(
        SafeTensors? start, IReadOnlyList<TrainingText> train, IReadOnlyList<TrainingText> dev, string? checkpoints = null,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using var alone = LibTorch.Training.EnterScope();
        LibTorch.Require(_options.Threads);
        random.manual_seed(_options.Seed);
        using var network = new BertNetwork(_config, _heads);
        if (start is not null)
            BertWeights.Load(network.Encoder, start);
        using var average = new BertNetwork(_config, _heads);
        BertWeights.Load(average, BertWeights.Save(network));
        using var optimizer = OptimizerOf(network);
        var best = BertWeights.Save(average);

        int[] lengths = [.. train.Select(text => text.Tokens.Length)];
        var together = new LongTexts(_options.LongTexts, lengths.Max(), _heads);
        var perEpoch = (train.Count + _options.BatchSize - 1) / _options.BatchSize;
        var purpose = Purpose(train, dev, start);
        var state = new Checkpoint.Progress(purpose, 0, 0, -1, 0);
        if (checkpoints is not null && Checkpoint.Latest(checkpoints, purpose) is var (checkpoint, before))
        {
            state = before;
            BertWeights.Load(network, SafeTensors.Read(checkpoint.PathOf(Checkpoint.Network)));
            BertWeights.Load(average, SafeTensors.Read(checkpoint.PathOf(AverageFile)));
            best = SafeTensors.Read(checkpoint.PathOf(BestFile));
            optimizer.load_state_dict(checkpoint.PathOf(Checkpoint.Optimizer));
        }

        var steps = perEpoch * _options.Epochs;
        var pace = new Pace("fine-tuning", state.Step, steps, LossMemory, double.NaN, progress);
        while (state.Epoch < _options.Epochs && !(state.Epoch - state.BestEpoch >= _options.Patience))
        {
            foreach (var batch in LengthBuckets.Of(lengths, _options.BatchSize, new Random(Seeds.Of(_options.Seed, state.Epoch, Seeds.Order))))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var loss = Step(network, average, optimizer, [.. batch.Select(i => train[i])], together, state.Step, steps);
                state = state with { Step = state.Step + 1 };
                pace.Tell(state.Step, loss, dev.Count == 0 || state.BestEpoch == 0 ? null : state.Score);
            }
            state = state with { Epoch = state.Epoch + 1 };
            var accuracy = dev.Count == 0 ? state.Epoch : Accuracy(average, dev);
            if (accuracy >= state.Score)
            {
                state = state with { Score = accuracy, BestEpoch = state.Epoch };
                best = BertWeights.Save(average);
            }
            if (checkpoints is not null)
                Checkpoint.Write(checkpoints, state, folder =>
                {
                    BertWeights.Save(network).Write(folder.PathOf(Checkpoint.Network));
                    BertWeights.Save(average).Write(folder.PathOf(AverageFile));
                    best.Write(folder.PathOf(BestFile));
                    optimizer.save_state_dict(folder.PathOf(Checkpoint.Optimizer));
                });
        }
        return new BertModel(_config, _heads, best);
    }

    private double Step(BertNetwork network, BertNetwork average, optim.Optimizer optimizer, TrainingText[] texts, LongTexts together, int step, int steps)
    {
        using var scope = NewDisposeScope();
        // A step draws the same numbers whether or not training was interrupted before it.
        random.manual_seed(Seeds.Of(_options.Seed, step, Seeds.Dropout));
        var chance = new Random(Seeds.Of(_options.Seed, step, Seeds.Tokens));
        var passes = _options.Consistency > 0 ? 2 : 1;
        TrainingText[] rows = [.. Enumerable.Repeat(together.Of(texts, chance), passes).SelectMany(pass => pass).Select(text => Varied(text, chance))];
        var (ids, types) = BertNetwork.Of(TokenBatch.Of([.. rows.Select(row => row.Tokens)]));

        network.train();
        var output = network.Run(ids, types);
        Tensor? loss = null;
        for (var i = 0; i < _heads.Count; i++)
        {
            var logits = output.Logits[_heads[i].Name];
            if (_losses[i].Of(logits, rows) is not { } own)
                continue;
            loss = loss is null ? own : loss + own;
            if (passes == 2 && _heads[i].Kind != HeadKind.TokenLabels)
                loss += _options.Consistency * Divergence.Of(logits, _heads[i].Kind);
        }
        if (loss is null)
            return 0;

        Descent.Step(network, optimizer, loss, Rate(step, steps), _options.ClipNorm);
        Average(average, network, step);
        return loss.item<float>();
    }

    private TrainingText Varied(TrainingText text, Random chance) =>
        _dropout.Of(_spelling.Of(VariedTokens.Of(text.Tokens), _config.MaxPositionEmbeddings, chance), chance).In(text, _heads);

    private double Rate(int step, int steps) =>
        _options.LearningRate * Math.Min(1, (step + 1.0) / Math.Min(_options.WarmUpSteps, steps * MostWarmUp)) * (1 + Math.Cos(Math.PI * step / steps)) / 2;

    // Early on, weights change too much to be worth remembering for long.
    private void Average(BertNetwork average, BertNetwork network, int step)
    {
        using var _ = no_grad();
        var kept = Math.Min(_options.Averaging, (1.0 + step) / (10.0 + step));
        foreach (var (mean, now) in average.parameters().Zip(network.parameters()))
            mean.lerp_(now, 1 - kept);
    }

    private static double Accuracy(BertNetwork network, IReadOnlyList<TrainingText> dev)
    {
        network.eval();
        var head = network.Heads[0];
        var (right, count) = (0, 0);
        foreach (var chunk in dev.OrderBy(text => text.Tokens.Length).Chunk(EvaluationBatch))
        {
            using var scope = NewDisposeScope();
            using var grad = inference_mode();
            var (ids, types) = BertNetwork.Of(TokenBatch.Of([.. chunk.Select(text => text.Tokens)]));
            var logits = network.Run(ids, types).Logits[head.Name];
            var (rightHere, countHere) = Right(head, BertWeights.Numbers(logits), chunk, (int)logits.shape[^2]);
            (right, count) = (right + rightHere, count + countHere);
        }
        return count == 0 ? 0 : (double)right / count;
    }

    // Texts, labels of texts, or tokens that are right, by the kind of head.
    private static (int Right, int Count) Right(Head head, float[] logits, TrainingText[] texts, int length)
    {
        var (right, count, labels) = (0, 0, head.Labels.Count);
        for (var row = 0; row < texts.Length; row++)
        {
            if (texts[row].Targets[0] is not { } target)
                continue;
            switch (head.Kind)
            {
                case HeadKind.OneLabel:
                    count++;
                    right += target.Contains(Best(logits, row * labels, labels)) ? 1 : 0;
                    break;
                case HeadKind.AnyLabels:
                    count += labels;
                    for (var label = 0; label < labels; label++)
                        right += logits[row * labels + label] > 0 == target.Contains(label) ? 1 : 0;
                    break;
                default:
                    for (var i = 0; i < target.Length; i++)
                        if (target[i] >= 0)
                        {
                            count++;
                            right += Best(logits, (row * length + i) * labels, labels) == target[i] ? 1 : 0;
                        }
                    break;
            }
        }
        return (right, count);
    }

    private static int Best(float[] logits, int from, int labels) =>
        System.Numerics.Tensors.TensorPrimitives.IndexOfMax(logits.AsSpan(from, labels));

    private AdamW OptimizerOf(BertNetwork network)
    {
        Parameter[] parameters = [.. network.parameters()];
        return optim.AdamW(
            [
                new AdamW.ParamGroup(parameters.Where(parameter => parameter.shape.Length > 1), new AdamW.Options { weight_decay = _options.WeightDecay, LearningRate = _options.LearningRate, beta2 = Descent.SecondMoment }),
                new AdamW.ParamGroup(parameters.Where(parameter => parameter.shape.Length == 1), new AdamW.Options { weight_decay = 0, LearningRate = _options.LearningRate, beta2 = Descent.SecondMoment }),
            ],
            _options.LearningRate, beta2: Descent.SecondMoment);
    }

    private string Purpose(IReadOnlyList<TrainingText> train, IReadOnlyList<TrainingText> dev, SafeTensors? start)
    {
        static string Numbers<T>(IEnumerable<T>? numbers) => numbers is null ? "-" : string.Join(',', numbers);
        static string Of(TrainingText text) => $"{Numbers(text.Tokens.Ids)}:{Numbers(text.Tokens.Types)}:{string.Join(';', text.Targets.Select(Numbers))}";
        return Fingerprint.Of(
        [
            $"{_config}", $"{_options}", Checkpoint.Start(start),
            .. _heads.Select(head => $"{head.Name} {head.Kind} {string.Join(',', head.Labels)}"),
            .. train.Select(Of), "dev", .. dev.Select(Of),
        ]);
    }
}
