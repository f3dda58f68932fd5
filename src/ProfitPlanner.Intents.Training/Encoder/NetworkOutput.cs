using static TorchSharp.torch;

namespace ProfitPlanner.Intents.Training.Encoder;

/// <param name="Features">Of the intent's head, [rows, hidden]; null where there is none.</param>
/// <param name="Logits">By the name of the head: [rows, labels], or [rows, length, labels].</param>
internal sealed record NetworkOutput(Tensor? Features, IReadOnlyDictionary<string, Tensor> Logits);
