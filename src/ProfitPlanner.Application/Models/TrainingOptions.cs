namespace ProfitPlanner.Application.Models;

/// <summary>How models are trained here: section <c>Training</c> of the configuration.</summary>
public sealed record TrainingOptions
{
    /// <summary>The program <c>profitplanner</c>; null for the one that was built beside the app.</summary>
    public string? Command { get; init; }

    /// <summary>What is added to <c>profitplanner intents train</c>, as in <c>--config tiny --epochs 3</c>.</summary>
    public string Arguments { get; init; } = "";

    /// <summary>Where labelled texts lie while a model is trained; null for the folder of temporary files.</summary>
    public string? Folder { get; init; }

    /// <summary>Threads that training takes; null for half of the processors, so that pages stay quick.</summary>
    public int? Threads { get; init; }
}
