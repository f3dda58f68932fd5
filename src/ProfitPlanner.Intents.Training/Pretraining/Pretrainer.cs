using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.Encoder;
using ProfitPlanner.Intents.Training.Native;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ProfitPlanner.Intents.Training.Pretraining;

/// <summary>Masked language modelling: an encoder learns which words belong together.</summary>
/// <param name="config">The encoder's size.</param>
/// <param name="tokenizer">Of the texts.</param>
/// <param name="options">How to train.</param>
public sealed class Pretrainer(BertConfig config, BertTokenizer tokenizer, PretrainOptions options)
{
    private const double LossMemory = 0.99;
    private const double LongestGradient = 1;

    private readonly Masking _masking = new(tokenizer.Vocabulary, options.Masked);

    /// <summary>Trains on texts.</summary>
    /// <param name="start">Weights to begin with; drawn by the seed where null.</param>
    /// <param name="texts">One utterance each.</param>
    /// <param name="checkpoints">A folder; a run that was killed goes on from it. Null where none are kept.</param>
    /// <param name="progress">Hears of every tenth step.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <returns>The encoder's weights, and the running mean of the loss at the end.</returns>
    /// <exception cref="TorchUnavailableException">libtorch cannot be loaded here.</exception>
    public (SafeTensors Encoder, double Loss) Train(
        SafeTensors? start, IReadOnlyList<string> texts, string? checkpoints = null,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using var alone = LibTorch.Training.EnterScope();
        LibTorch.Require(options.Threads);
        TokenSequence[] sequences = [.. texts.Select(text => tokenizer.Encode(text, maxLength: Math.Min(options.MaxLength, config.MaxPositionEmbeddings))).Where(sequence => sequence.Length > 2)];
        if (sequences.Length == 0)
            throw new InvalidDataException("There is no text to learn from.");

        random.manual_seed(options.Seed);
        using var model = new MaskedLanguageModel(config);
        if (start is not null)
            BertWeights.Load(model.Encoder, start);
        using var optimizer = optim.AdamW(model.parameters(), options.LearningRate, beta2: Descent.SecondMoment, weight_decay: options.WeightDecay);

        int[] lengths = [.. sequences.Select(sequence => sequence.Length)];
        var perEpoch = (sequences.Length + options.BatchSize - 1) / options.BatchSize;
        var steps = perEpoch * options.Epochs;
        var purpose = Fingerprint.Of([$"{config}", $"{options}", Checkpoint.Start(start), .. sequences.Select(sequence => string.Join(',', sequence.Ids))]);
        var (done, loss) = (0, double.NaN);
        if (checkpoints is not null && Checkpoint.Latest(checkpoints, purpose) is var (checkpoint, state))
        {
            (done, loss) = (state.Step, state.Score);
            BertWeights.Load(model, SafeTensors.Read(checkpoint.PathOf(Checkpoint.Network)));
            optimizer.load_state_dict(checkpoint.PathOf(Checkpoint.Optimizer));
        }

        var pace = new Pace("pre-training", done, steps, LossMemory, loss, progress);
        for (var epoch = done / perEpoch; epoch < options.Epochs; epoch++)
            foreach (var batch in LengthBuckets.Of(lengths, options.BatchSize, new Random(Seeds.Of(options.Seed, epoch, Seeds.Order))).Skip(done % perEpoch))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var now = Step(model, optimizer, TokenBatch.Of([.. batch.Select(i => sequences[i])]), done, steps);
                pace.Tell(++done, now);
                if (checkpoints is not null && (done % options.CheckpointEvery == 0 || done == steps))
                    Checkpoint.Write(checkpoints, new Checkpoint.Progress(purpose, epoch, done, pace.Loss, 0), folder =>
                    {
                        BertWeights.Save(model).Write(folder.PathOf(Checkpoint.Network));
                        optimizer.save_state_dict(folder.PathOf(Checkpoint.Optimizer));
                    });
            }
        return (BertWeights.Save(model.Encoder), pace.Loss);
    }

    private double Step(MaskedLanguageModel model, optim.Optimizer optimizer, TokenBatch batch, int step, int steps)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(Seeds.Of(options.Seed, step, Seeds.Dropout));
        var (places, tokens) = _masking.Hide(batch, new Random(Seeds.Of(options.Seed, step, Seeds.Tokens)));
        if (places.Length == 0)
            return Math.Log(config.VocabSize);
        model.train();
        var (ids, types) = BertNetwork.Of(batch);
        var loss = F.cross_entropy(model.Guess(ids, types, tensor(places)), tensor(tokens));
        Descent.Step(model, optimizer, loss, Rate(step, steps), LongestGradient);
        return loss.item<float>();
    }

    private double Rate(int step, int steps) => options.LearningRate * Math.Min(1, (step + 1.0) / options.WarmUpSteps) * (1 - (double)step / steps);
}
