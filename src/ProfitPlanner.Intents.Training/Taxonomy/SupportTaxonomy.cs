using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Taxonomy;
using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Taxonomy;

/// <summary>
/// The general support intents of the default model, and where each label of the public data sets goes: <c>support.json</c>,
/// which was reviewed label by label (docs/intents/taxonomy.md).
/// </summary>
public sealed partial class SupportTaxonomy
{
    private const string Resource = "support.json";
    private const string NoneOfThese = "none";
    private const string LeaveOut = "leave_out";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly Dictionary<(string DataSet, string Label), LabelMapping> _mappings = [];
    private readonly Dictionary<(string DataSet, string Label, string Text), LabelMapping> _exceptions = [];

    private readonly Dictionary<string, string> _personal = [];

    private SupportTaxonomy(Content content, DataFile file)
    {
        File = file;
        Intents = content.Intents;
        foreach (var intent in Intents)
            if (!SnakeCase().IsMatch(intent.Id) || intent.Id is NoneOfThese or LeaveOut or LabelledText.OutOfScope)
                throw new InvalidDataException($"{intent.Id} is not the id of an intent.");
            else if (new[] { intent.Name, intent.NameZh, intent.Description }.Any(string.IsNullOrWhiteSpace))
                throw new InvalidDataException($"the intent {intent.Id} lacks a name or a description.");
        if (Intents.GroupBy(intent => intent.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidDataException($"the intent {twice.Key} is there twice.");

        foreach (var set in content.DataSets)
            foreach (var entry in set.Labels)
                if (!_mappings.TryAdd((set.Name, entry.Label), Mapping(set.Name, entry.Label, entry.To, entry.Why)))
                    throw new InvalidDataException($"{set.Name}: the label {entry.Label} is there twice.");
        foreach (var entry in content.Personal)
            if (!SnakeCase().IsMatch(entry.To))
                throw new InvalidDataException($"{entry.To} is not the name of a kind of personal data.");
            else if (!_personal.TryAdd(entry.Slot, entry.To))
                throw new InvalidDataException($"the slot {entry.Slot} is there twice.");
        foreach (var entry in content.Texts)
        {
            var label = Map(entry.DataSet, entry.Label);
            var mapping = Mapping(entry.DataSet, entry.Label, entry.To, entry.Why ?? "An exception of the label.");
            if (mapping.Use == label.Use && mapping.Intent == label.Intent)
                throw new InvalidDataException($"{entry.DataSet}: the text '{entry.Text}' goes where its label {entry.Label} does.");
            if (!_exceptions.TryAdd((entry.DataSet, entry.Label, entry.Text), mapping))
                throw new InvalidDataException($"{entry.DataSet}: the text '{entry.Text}' is there twice.");
        }
        if (Intents.FirstOrDefault(intent => _mappings.Values.All(mapping => mapping.Intent != intent.Id)) is { } unused)
            throw new InvalidDataException($"the intent {unused.Id} has no label of a data set.");
    }

    /// <summary>The intents, those of a group together.</summary>
    public IReadOnlyList<SupportIntent> Intents { get; }

    /// <summary>Every label of every data set, once.</summary>
    public IReadOnlyCollection<LabelMapping> Mappings => _mappings.Values;

    /// <summary>The resource with its fingerprint, as a part of what a model is made from.</summary>
    public DataFile File { get; }

    /// <summary>Which kind of personal data a word of a slot is; <see cref="Head.NoTag"/> where it is none.</summary>
    public string Personal(string slot) => _personal.GetValueOrDefault(slot, Head.NoTag);

    internal IReadOnlyCollection<string> Slots => _personal.Keys;

    internal IReadOnlyCollection<(string DataSet, string Label, string Text)> ExceptionalTexts => _exceptions.Keys;

    /// <summary>Loads the taxonomy that ships.</summary>
    public static SupportTaxonomy Load() => Parse(SupportIntents.Read());

    /// <summary>Where a label goes.</summary>
    /// <exception cref="InvalidDataException">The taxonomy has no such label.</exception>
    public LabelMapping Map(string dataSet, string label) =>
        _mappings.TryGetValue((dataSet, label), out var mapping)
            ? mapping
            : throw new InvalidDataException($"{dataSet}: the taxonomy has no label {label}.");

    /// <summary>Where a text with a label goes: with the label, unless the text is one of the exceptions.</summary>
    /// <exception cref="InvalidDataException">The taxonomy has no such label.</exception>
    public LabelMapping Map(string dataSet, string label, string text) =>
        _exceptions.TryGetValue((dataSet, label, text), out var mapping) ? mapping : Map(dataSet, label);

    /// <exception cref="InvalidDataException">A sentence that says what is wrong.</exception>
    internal static SupportTaxonomy Parse(byte[] json)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(json, Json) ?? throw new JsonException("It is null.");
            return new SupportTaxonomy(content, new DataFile(Resource, Fingerprint.Of(json)));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{Resource}: {e.Message}", e);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{Resource}: {e.Message}", e);
        }
    }

    private LabelMapping Mapping(string dataSet, string label, string to, string? why)
    {
        LabelMapping mapping = to switch
        {
            NoneOfThese => new(dataSet, label, LabelUse.NoneOfThese, null, why),
            LeaveOut => new(dataSet, label, LabelUse.LeftOut, null, why),
            _ when Intents.Any(intent => intent.Id == to) => new(dataSet, label, LabelUse.Intent, to, why),
            _ => throw new InvalidDataException($"{dataSet}: the label {label} goes to {to}, which is no intent."),
        };
        return mapping.Intent is null && string.IsNullOrWhiteSpace(why)
            ? throw new InvalidDataException($"{dataSet}: the label {label} goes to no intent, and nothing says why.")
            : mapping;
    }

    [GeneratedRegex("^[a-z]+(_[a-z]+)*$")]
    private static partial Regex SnakeCase();

    private sealed record Content(
        IReadOnlyList<SupportIntent> Intents, IReadOnlyList<LabelSet> DataSets, IReadOnlyList<SlotEntry> Personal, IReadOnlyList<TextEntry> Texts);

    private sealed record LabelSet(string Name, IReadOnlyList<LabelEntry> Labels);

    private sealed record LabelEntry(string Label, string To, string? Why = null);

    private sealed record SlotEntry(string Slot, string To);

    private sealed record TextEntry(string DataSet, string Label, string Text, string To, string? Why = null);
}
