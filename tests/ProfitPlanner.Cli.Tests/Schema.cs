using System.Runtime.CompilerServices;
using NJsonSchema;

namespace ProfitPlanner.Cli.Tests;

/// <summary>The published JSON Schema of plan files.</summary>
internal static class Schema
{
    public static string File { get; } = Path.Combine(Root(), "docs", "plan.schema.json");

    public static async Task<IReadOnlyList<string>> ErrorsAsync(string plan)
    {
        var schema = await JsonSchema.FromFileAsync(File);
        return [.. schema.Validate(plan).Select(error => $"{error.Path}: {error.Kind}")];
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
