using System.CommandLine;

namespace ProfitPlanner.Cli;

/// <summary>An option that is a number from 1, unless said, to a limit.</summary>
internal static class CountOption
{
    public static Option<int> Create(string name, string description, int most, int usual, int least = 1) =>
        Limited(new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual }, least, most);

    /// <summary>One without which something else decides.</summary>
    public static Option<int?> Create(string name, string description, int most) => Limited(new Option<int?>(name) { Description = description }, 1, most);

    private static Option<T> Limited<T>(Option<T> option, int least, int most)
    {
        option.Validators.Add(given =>
        {
            if (given.Tokens is [var token] && int.TryParse(token.Value, out var count) && (count < least || count > most))
                given.AddError(FormattableString.Invariant($"{option.Name} must be from {least} to {most}."));
        });
        return option;
    }
}
