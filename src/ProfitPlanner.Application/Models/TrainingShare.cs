using ProfitPlanner.Application.Jobs;

namespace ProfitPlanner.Application.Models;

/// <summary>Tells a job how far its training is: the encoder is trained twice, to choose and then on all texts, and each takes about half.</summary>
internal sealed class TrainingShare(RunningJob job)
{
    private const int Total = 1_000;

    // Of a half, what the linear model and the choice take after the encoder.
    private const int Half = 490;
    private const int Encoder = 450;

    private int _halves;
    private long _done;

    public Task HearAsync(TrainingRun.Progress progress, CancellationToken cancellationToken)
    {
        // Said at the end of the first half; the second is known by its stage, too.
        var isLinear = progress.Stage.StartsWith("linear model", StringComparison.Ordinal);
        if (isLinear)
            _halves = progress.Stage.Contains("final", StringComparison.Ordinal) ? 2 : 1;
        var done = isLinear ? (_halves - 1) * Half + Encoder : Math.Min(_halves, 1) * Half + (long)Encoder * progress.Step / Math.Max(1, progress.Steps);
        _done = Math.Max(_done, done);
        return ReportAsync(_done, cancellationToken);
    }

    public Task DoneAsync(CancellationToken cancellationToken) => ReportAsync(Total, cancellationToken);

    private async Task ReportAsync(long done, CancellationToken cancellationToken)
    {
        try
        {
            await job.ReportAsync(done, Total, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The database is away for a moment, and training takes hours: the next report tells it.
        }
    }
}
