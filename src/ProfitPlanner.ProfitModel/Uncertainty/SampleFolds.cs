namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>Groups of trials that are independent of each other, of which standard errors are taken.</summary>
internal static class SampleFolds
{
    /// <summary>The most groups [1].</summary>
    public const int Most = 16;

    /// <summary>
    /// The group of a block: a scramble's points depend on each other, so that it is one group; independent draws are
    /// dealt out.
    /// </summary>
    public static int FoldOf(this InputSampler sampler, SampleBlock block) =>
        sampler.Replicates > 1 ? block.Replicate : block.Offset / sampler.BlockLength % Most;
}
