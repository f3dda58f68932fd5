using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ProfitPlanner.Web.Tests.Texts;

/// <summary>A pair of .resx files: English and Simplified Chinese.</summary>
internal sealed partial record ResourceFile(string Name, IReadOnlyDictionary<string, string> English, IReadOnlyDictionary<string, string> Chinese)
{
    public static IReadOnlyList<ResourceFile> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Folders.Repository, "src"), "*.resx", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !f.EndsWith(".zh-Hans.resx", StringComparison.Ordinal))
            .Order().Select(f => new ResourceFile(Path.GetFileNameWithoutExtension(f), Read(f), Read(Path.ChangeExtension(f, ".zh-Hans.resx")))),
    ];

    /// <summary>The places in a text that are filled in, as in {0} and {1}.</summary>
    public static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order();

    private static Dictionary<string, string> Read(string file) => File.Exists(file)
        ? XDocument.Load(file).Root!.Elements("data").ToDictionary(e => (string)e.Attribute("name")!, e => (string)e.Element("value")!)
        : [];

    [GeneratedRegex(@"(?<!\{)\{(\d+)[^{}]*\}")]
    private static partial Regex Place();
}
