namespace ProfitPlanner.Cli;

/// <summary>What the program ends with.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int WrongInput = 1;
    public const int Usage = 2;
}
