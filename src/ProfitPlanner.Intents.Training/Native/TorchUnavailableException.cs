namespace ProfitPlanner.Intents.Training.Native;

/// <summary>Training cannot run here; the message is a sentence that says why, and what to do.</summary>
public sealed class TorchUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
