using ProfitPlanner.Intents.Encoder;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ProfitPlanner.Intents.Training.FineTuning;

/// <summary>How much two passes over the same texts differ. Source: Liang et al., "R-Drop", 2021.</summary>
internal static class Divergence
{
    /// <summary>The mean of both Kullback-Leibler divergences, summed over labels, averaged over rows.</summary>
    /// <param name="logits">[2 × rows, labels]: the first passes, then the second ones.</param>
    /// <param name="kind">Not of tokens.</param>
    public static Tensor Of(Tensor logits, HeadKind kind)
    {
        var halves = logits.chunk(2);
        if (kind == HeadKind.OneLabel)
        {
            var (one, two) = (F.log_softmax(halves[0], 1), F.log_softmax(halves[1], 1));
            return ((one.exp() - two.exp()) * (one - two)).sum(1).mean() / 2;
        }
        // Of a yes and a no each: the difference of log-odds is the difference of both logarithms.
        return ((halves[0].sigmoid() - halves[1].sigmoid()) * (halves[0] - halves[1])).sum(1).mean() / 2;
    }
}
