namespace ProfitPlanner.Intents.Tests.Encoder;

/// <summary>What <see cref="ReferenceBert"/> says of one sequence.</summary>
/// <param name="States">Of the last block, [length][hidden].</param>
/// <param name="Features">Of the head for the intent, [hidden]; empty without it.</param>
/// <param name="Logits">By the name of the head: [labels], or [length × labels] of tokens.</param>
internal sealed record ReferenceOutput(double[][] States, double[] Features, IReadOnlyDictionary<string, double[]> Logits);
