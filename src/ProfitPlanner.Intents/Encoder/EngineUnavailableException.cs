namespace ProfitPlanner.Intents.Encoder;

/// <summary>An engine cannot run here; the message is a sentence that says why, and what to do.</summary>
public class EngineUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
