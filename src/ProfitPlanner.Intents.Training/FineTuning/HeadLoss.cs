using ProfitPlanner.Intents.Encoder;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ProfitPlanner.Intents.Training.FineTuning;

/// <summary>How wrong the logits of a head are, over the texts of a batch that say something of it.</summary>
internal sealed class HeadLoss(Head head, int place, FineTuneOptions options)
{
    /// <summary>Stands for the label of a token that does not count.</summary>
    public const int Ignored = -1;

    /// <summary>The mean loss, a single number; null where no text says anything of the head.</summary>
    /// <param name="logits">[rows, labels] or [rows, length, labels].</param>
    /// <param name="texts">[rows].</param>
    public Tensor? Of(Tensor logits, IReadOnlyList<TrainingText> texts)
    {
        long[] told = [.. Enumerable.Range(0, texts.Count).Where(row => Says(texts[row])).Select(row => (long)row)];
        if (told.Length == 0)
            return null;
        var own = told.Length == texts.Count ? logits : logits.index_select(0, tensor(told));
        TrainingText[] rows = [.. told.Select(row => texts[(int)row])];
        return head.Kind switch
        {
            HeadKind.OneLabel => OneLabel(own, rows),
            HeadKind.AnyLabels => AnyLabels(own, rows),
            _ => TokenLabels(own, rows),
        };
    }

    // A mean over no token at all is no number.
    private bool Says(TrainingText text) =>
        text.Targets[place] is { } target && (head.Kind != HeadKind.TokenLabels || target.Any(label => label != Ignored));

    // Against probabilities: those of the label, or of several alike, spread a little; or, of a text that is none of the labels, equal ones.
    private Tensor OneLabel(Tensor logits, TrainingText[] rows)
    {
        var labels = head.Labels.Count;
        var wanted = new float[rows.Length * labels];
        for (var row = 0; row < rows.Length; row++)
        {
            var own = wanted.AsSpan(row * labels, labels);
            var target = rows[row].Targets[place]!;
            own.Fill((float)((target.Length == 0 ? 1 : options.LabelSmoothing) / labels));
            foreach (var label in target)
                own[label] += (float)((1 - options.LabelSmoothing) / target.Length);
        }
        using var probabilities = tensor(wanted, logits.shape);
        return -(probabilities * F.log_softmax(logits, 1)).sum(1).mean();
    }

    private Tensor AnyLabels(Tensor logits, TrainingText[] rows)
    {
        var labels = head.Labels.Count;
        var right = new float[rows.Length * labels];
        Array.Fill(right, (float)(options.LabelSmoothing / 2));
        for (var row = 0; row < rows.Length; row++)
        {
            foreach (var label in rows[row].Targets[place]!)
                right[row * labels + label] = (float)(1 - options.LabelSmoothing / 2);
        }
        using var targets = tensor(right, logits.shape);
        // The sum over labels: as strong as the one-label loss, however many there are.
        return F.binary_cross_entropy_with_logits(logits, targets) * labels;
    }

    private Tensor TokenLabels(Tensor logits, TrainingText[] rows)
    {
        var length = (int)logits.shape[1];
        var labels = new long[rows.Length * length];
        Array.Fill(labels, Ignored);
        for (var row = 0; row < rows.Length; row++)
            for (var i = 0; i < rows[row].Targets[place]!.Length; i++)
                labels[row * length + i] = rows[row].Targets[place]![i];
        using var targets = tensor(labels);
        return F.cross_entropy(logits.view(-1, logits.shape[2]), targets, ignore_index: Ignored);
    }
}
