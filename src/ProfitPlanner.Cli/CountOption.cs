using System.CommandLine;

namespace ProfitPlanner.Cli;

/// <summary>An option that is a number from 1 to a limit.</summary>
internal static class CountOption
{
    public static Option<int> Create(string name, string description, int most, int usual)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        return Limited(option, most);
    }

    /// <summary>One without which something else decides.</summary>
    public static Option<int?> Create(string name, string description, int most) => Limited(new Option<int?>(name) { Description = description }, most);

    private static Option<T> Limited<T>(Option<T> option, int most)
    {
        option.Validators.Add(given =>
        {
            if (given.Tokens is [var token] && int.TryParse(token.Value, out var count) && (count < 1 || count > most))
                given.AddError(FormattableString.Invariant($"{option.Name} must be from 1 to {most}."));
        });
        return option;
    }
}
