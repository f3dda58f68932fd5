namespace ProfitPlanner.Cli;

/// <summary>What the program ends with.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int WrongInput = 1;
    public const int Usage = 2;

    /// <summary>What it needs cannot run on this machine.</summary>
    public const int Unavailable = 3;

    /// <summary>Whoever started it is gone.</summary>
    public const int Abandoned = 4;

    /// <summary>Somebody stopped it: 128 and SIGINT's number, as shells have it.</summary>
    public const int Stopped = 130;
}
