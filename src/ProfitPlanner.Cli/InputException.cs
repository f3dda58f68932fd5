namespace ProfitPlanner.Cli;

/// <summary>The input is wrong; the message is the one line that says where.</summary>
internal sealed class InputException(string message) : Exception(message);
