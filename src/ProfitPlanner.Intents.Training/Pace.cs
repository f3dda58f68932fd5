using System.Diagnostics;

namespace ProfitPlanner.Intents.Training;

/// <summary>How fast a run goes and how its loss falls, told every tenth step.</summary>
/// <param name="stage">What is being done, a few words.</param>
/// <param name="done">Steps done before this run began.</param>
/// <param name="steps">Steps in all.</param>
/// <param name="memory">What the running mean of the loss keeps of itself in a step, in (0, 1).</param>
/// <param name="loss">That mean so far; NaN where there is none.</param>
/// <param name="progress">Hears it.</param>
internal sealed class Pace(string stage, int done, int steps, double memory, double loss, IProgress<TrainingProgress>? progress)
{
    private const int Every = 10;

    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>The running mean of the loss.</summary>
    public double Loss { get; private set; } = loss;

    /// <param name="step">Steps done, this one included.</param>
    /// <param name="now">Its loss.</param>
    /// <param name="dev">See <see cref="TrainingProgress.Dev"/>.</param>
    public void Tell(int step, double now, double? dev = null)
    {
        Loss = double.IsNaN(Loss) ? now : memory * Loss + (1 - memory) * now;
        if (step % Every == 0)
            progress?.Report(new(stage, step, steps, Loss, dev, _clock.Elapsed / (step - done) * (steps - step)));
    }
}
