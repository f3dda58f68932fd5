namespace ProfitPlanner.Intents.Onnx;

/// <summary>How ONNX Runtime runs a model.</summary>
public sealed record OnnxOptions
{
    /// <summary>Those of the machine, at most 4: what else it serves wants some, too.</summary>
    public static int ThreadsHere { get; } = Math.Min(Environment.ProcessorCount, 4);

    /// <summary>Threads of one call, at least 1; unless said otherwise <see cref="ThreadsHere"/>.</summary>
    public int Threads { get; init; } = ThreadsHere;

    /// <summary>
    /// Whether the dense layers of the blocks run on 8-bit integers: faster and less exact. States are scaled by the largest of
    /// a batch, so that what stands beside a text changes its logits a little.
    /// </summary>
    public bool Quantised { get; init; }
}
