using Microsoft.ML;
using Microsoft.ML.Data;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Intents.MachineLearning;

/// <summary>What a <see cref="BertIntentTransformer"/> makes of rows of one schema.</summary>
internal sealed class ScoredMapper : IRowToRowMapper
{
    private readonly DataViewSchema.Column _text;
    private readonly DataViewSchema.Column? _context;

    /// <param name="input">Of the rows.</param>
    /// <param name="columns">Which of them are read, and what is added.</param>
    /// <param name="keys">The values of the key.</param>
    /// <param name="score">Scores texts, in their order.</param>
    /// <exception cref="ArgumentException">A column is missing or no text; it is named.</exception>
    public ScoredMapper(DataViewSchema input, BertIntentColumns columns, ReadOnlyMemory<char>[] keys, Func<IReadOnlyList<Utterance>, ScoredText[]> score)
    {
        (InputSchema, Score, PredictedLabel) = (input, score, input.Count);
        _text = TextColumn(input, columns.Text);
        _context = columns.Context is { } context ? TextColumn(input, context) : null;

        var names = new VBuffer<ReadOnlyMemory<char>>(keys.Length, keys);
        var output = new DataViewSchema.Builder();
        output.AddColumns(input);
        output.AddColumn(columns.PredictedLabel, new KeyDataViewType(typeof(uint), keys.Length), Names("KeyValues"));
        output.AddColumn(columns.Score, new VectorDataViewType(NumberDataViewType.Single, keys.Length), Names("SlotNames"));
        OutputSchema = output.ToSchema();

        DataViewSchema.Annotations Names(string annotation)
        {
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add(annotation, new VectorDataViewType(TextDataViewType.Instance, keys.Length), (ref VBuffer<ReadOnlyMemory<char>> value) => names.CopyTo(ref value));
            return annotations.ToAnnotations();
        }
    }

    public DataViewSchema InputSchema { get; }

    public DataViewSchema OutputSchema { get; }

    /// <summary>Index of the column; the score's is the next.</summary>
    public int PredictedLabel { get; }

    public Func<IReadOnlyList<Utterance>, ScoredText[]> Score { get; }

    /// <summary>The input's columns that are scored.</summary>
    public IEnumerable<DataViewSchema.Column> Texts => _context is { } context ? [_text, context] : [_text];

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns)
    {
        var active = Active(dependingColumns);
        var passed = InputSchema.Where(column => active[column.Index]);
        return Scores(active) ? passed.Union(Texts) : passed;
    }

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns) =>
        new ScoredRow(this, input, Active(activeColumns), (_, text) => Score([text])[0]);

    /// <summary>Whether each column of the output is among those needed.</summary>
    public bool[] Active(IEnumerable<DataViewSchema.Column> columns)
    {
        var active = new bool[OutputSchema.Count];
        foreach (var column in columns)
            active[column.Index] = true;
        return active;
    }

    /// <summary>Whether anything is scored where these columns are active.</summary>
    public bool Scores(bool[] active) => active[PredictedLabel] || active[PredictedLabel + 1];

    /// <summary>The text of a row, wherever it is.</summary>
    public Func<Utterance> Reader(DataViewRow row)
    {
        var text = Reader(row, _text);
        var context = _context is { } column ? Reader(row, column) : null;
        return () => new Utterance(text(), context?.Invoke() is { Length: > 0 } before ? before : null);
    }

    private static Func<string> Reader(DataViewRow row, DataViewSchema.Column column)
    {
        var getter = row.GetGetter<ReadOnlyMemory<char>>(column);
        ReadOnlyMemory<char> value = default;
        return () =>
        {
            getter(ref value);
            return value.ToString();
        };
    }

    private static DataViewSchema.Column TextColumn(DataViewSchema schema, string name) => schema.GetColumnOrNull(name) switch
    {
        null => throw new ArgumentException($"There is no column '{name}', of which the texts are to be read."),
        { Type: not TextDataViewType } other => throw new ArgumentException($"The column '{name}' is {other.Type}; a text is needed."),
        { } column => column,
    };
}
