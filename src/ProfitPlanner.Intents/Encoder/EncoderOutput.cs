namespace ProfitPlanner.Intents.Encoder;

/// <summary>What one pass says of a batch.</summary>
/// <param name="Features">GELU(dense(pooled)) of the head <see cref="Head.Intent"/>, [rows, hidden] row by row: where a text lies among others.</param>
/// <param name="Logits">By the name of the head: [rows, labels], or [rows, length, labels] of a <see cref="HeadKind.TokenLabels"/>, row by row.</param>
public sealed record EncoderOutput(float[] Features, IReadOnlyDictionary<string, float[]> Logits);
