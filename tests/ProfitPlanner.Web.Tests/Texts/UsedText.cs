using System.Text;
using System.Text.RegularExpressions;

namespace ProfitPlanner.Web.Tests.Texts;

/// <summary>A place in the source where a text is asked for by its key, as in <c>T["Key"]</c>.</summary>
/// <param name="File">Relative to the web project.</param>
/// <param name="Resource">As in ScenarioTexts.</param>
/// <param name="Key">With '*' for each part that is only known at run time.</param>
internal sealed partial record UsedText(string File, string Resource, string Key)
{
    public static IReadOnlyList<UsedText> All { get; } = [.. Sources().SelectMany(Read)];

    public bool IsIn(ResourceFile resource) => resource.English.Keys.Any(
        key => Regex.IsMatch(key, $"^{Regex.Escape(Key).Replace(@"\*", ".+", StringComparison.Ordinal)}$"));

    private static IEnumerable<string> Sources() => Directory.GetFiles(Folders.Web, "*.cs*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" && !Path.GetRelativePath(Folders.Web, f).Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin" or "node_modules"));

    private static IEnumerable<UsedText> Read(string file)
    {
        var source = System.IO.File.ReadAllText(file);
        var localizers = Localizers(file);
        foreach (Match use in Index().Matches(source))
        {
            if (!localizers.TryGetValue(use.Groups[1].Value, out var resource))
                continue;
            foreach (var key in Keys(source, use.Index + use.Length))
                yield return new UsedText(Path.GetRelativePath(Folders.Web, file), resource, key);
        }
    }

    /// <summary>Names of localizers that the file can use: its own, and those of the _ViewImports above a page.</summary>
    private static Dictionary<string, string> Localizers(string file)
    {
        var found = new Dictionary<string, string>();
        var sources = new List<string> { file };
        if (Path.GetExtension(file) == ".cshtml")
        {
            for (var folder = Path.GetDirectoryName(file)!; folder.Length >= Folders.Web.Length; folder = Path.GetDirectoryName(folder)!)
                sources.Add(Path.Combine(folder, "_ViewImports.cshtml"));
        }

        foreach (var source in sources.Where(System.IO.File.Exists))
        {
            foreach (Match declaration in Localizer().Matches(System.IO.File.ReadAllText(source)))
                found.TryAdd(declaration.Groups[2].Value, declaration.Groups[1].Value);
        }

        return found;
    }

    /// <summary>The texts in the first argument that starts here; a ternary has two, and what it compares with is none.</summary>
    private static IEnumerable<string> Keys(string source, int at)
    {
        for (var depth = 0; at < source.Length && (depth > 0 || source[at] is not (']' or ',')); at++)
        {
            if (source[at] != '"')
            {
                depth += source[at] is '(' or '[' ? 1 : source[at] is ')' or ']' ? -1 : 0;
                continue;
            }

            var isInterpolated = source[at - 1] == '$';
            var isEnd = source[..(at - (isInterpolated ? 1 : 0))].TrimEnd().EndsWith('+');
            var isCompared = source[..at].TrimEnd().EndsWith("==", StringComparison.Ordinal);
            var key = ReadKey(source, ref at, isInterpolated);
            if (isCompared)
                continue;
            var isStart = source[(at + 1)..].TrimStart().StartsWith('+');
            yield return $"{(isEnd ? "*" : "")}{key}{(isStart ? "*" : "")}";
        }
    }

    /// <summary>Reads a text to its closing quotation mark; what is worked out in it becomes '*', quotation marks and all.</summary>
    private static string ReadKey(string source, ref int at, bool isInterpolated)
    {
        var key = new StringBuilder();
        var depth = 0;
        for (at++; depth > 0 || source[at] != '"'; at++)
        {
            if (isInterpolated && source[at] == '{' && depth++ == 0)
                key.Append('*');
            if (depth == 0)
                key.Append(source[at]);
            if (isInterpolated && source[at] == '}')
                depth--;
        }

        return key.ToString();
    }

    [GeneratedRegex(@"\b(\w+)\[(?=[^\]])")]
    private static partial Regex Index();

    [GeneratedRegex(@"IStringLocalizer<(?:[\w.]+\.)?(\w+)> (\w+)")]
    private static partial Regex Localizer();
}
