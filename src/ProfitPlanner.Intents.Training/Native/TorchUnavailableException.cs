using ProfitPlanner.Intents.Encoder;

namespace ProfitPlanner.Intents.Training.Native;

/// <summary>libtorch cannot run here: no training, and no prediction by it.</summary>
public sealed class TorchUnavailableException(string message, Exception? cause = null) : EngineUnavailableException(message, cause);
