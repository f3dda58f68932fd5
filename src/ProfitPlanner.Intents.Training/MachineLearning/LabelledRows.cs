using Microsoft.ML;
using Microsoft.ML.Data;
using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.MachineLearning;

/// <summary>Reads labelled texts from data views of one schema.</summary>
internal sealed class LabelledRows
{
    public const string LabelNeeded = "a key of UInt32, as MapValueToKey makes it of text,";
    public const string TextNeeded = "a text";

    private readonly DataViewSchema.Column _label;
    private readonly DataViewSchema.Column _text;
    private readonly DataViewSchema.Column? _context;

    /// <exception cref="ArgumentException">A column is missing or of another type; it is named.</exception>
    public LabelledRows(BertIntentOptions options, DataViewSchema schema)
    {
        _label = Column(schema, options.LabelColumnName, type => type is KeyDataViewType && type.RawType == typeof(uint), LabelNeeded);
        _text = Column(schema, options.TextColumnName, type => type is TextDataViewType, TextNeeded);
        _context = options.ContextColumnName is { } context ? Column(schema, context, type => type is TextDataViewType, TextNeeded) : null;
        if (_label.Annotations.Schema.GetColumnOrNull("KeyValues")?.Type is not VectorDataViewType { ItemType: TextDataViewType })
            throw new ArgumentException($"The keys of the column '{_label.Name}' have no names; {LabelNeeded} is needed.");
        VBuffer<ReadOnlyMemory<char>> names = default;
        _label.GetKeyValues(ref names);
        Labels = [.. names.DenseValues().Select(name => name.ToString())];
    }

    /// <summary>Names of the keys, in their order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>All rows, in their order.</summary>
    /// <exception cref="InvalidDataException">A row has no label or no text; it is named.</exception>
    public List<LabelledText> Read(IDataView data, CancellationToken cancellationToken)
    {
        var rows = new List<LabelledText>();
        using var cursor = data.GetRowCursor(_context is { } before ? [_label, _text, before] : [_label, _text]);
        var (readLabel, readText) = (cursor.GetGetter<uint>(_label), cursor.GetGetter<ReadOnlyMemory<char>>(_text));
        var readContext = _context is { } column ? cursor.GetGetter<ReadOnlyMemory<char>>(column) : null;
        uint label = 0;
        ReadOnlyMemory<char> text = default, context = default;
        while (cursor.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            readLabel(ref label);
            readText(ref text);
            readContext?.Invoke(ref context);
            if (label == 0)
                throw Missing(_label);
            if (text.Span.IsWhiteSpace())
                throw Missing(_text);
            rows.Add(new LabelledText(text.Span.Trim().ToString(), [Labels[(int)label - 1]])
            {
                Context = context.IsEmpty ? null : context.ToString(),
                Line = rows.Count + 1,
            });
        }
        return rows;

        InvalidDataException Missing(DataViewSchema.Column column) =>
            new($"Row {rows.Count + 1} has nothing in the column '{column.Name}': fill it, or leave the row out.");
    }

    private static DataViewSchema.Column Column(DataViewSchema schema, string name, Func<DataViewType, bool> fits, string needed) => schema.GetColumnOrNull(name) switch
    {
        null => throw new ArgumentException($"There is no column '{name}'; {needed} is needed."),
        { } column when !fits(column.Type) => throw new ArgumentException($"The column '{name}' is {column.Type}; {needed} is needed."),
        { } column => column,
    };
}
