using Microsoft.ML;
using Microsoft.ML.Data;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Intents.MachineLearning;

/// <summary>A row with the columns of the one before it, and what its text is scored as.</summary>
/// <param name="mapper">Of the schemas.</param>
/// <param name="input">The row before; its text is active where an output is. It is disposed of with this one.</param>
/// <param name="active">By index in the output's schema.</param>
/// <param name="score">Of the text at a position.</param>
internal sealed class ScoredRow(ScoredMapper mapper, DataViewRow input, bool[] active, Func<long, Utterance, ScoredText> score) : DataViewRow
{
    private readonly Func<Utterance>? _read = mapper.Scores(active) ? mapper.Reader(input) : null;
    private long _position = -1;
    private ScoredText _scored;

    public override DataViewSchema Schema => mapper.OutputSchema;

    public override long Position => input.Position;

    public override long Batch => input.Batch;

    public override bool IsColumnActive(DataViewSchema.Column column) => active[column.Index];

    public override ValueGetter<DataViewRowId> GetIdGetter() => input.GetIdGetter();

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!active[column.Index])
            throw new InvalidOperationException($"The column '{column.Name}' is not active in this cursor.");
        if (column.Index < mapper.InputSchema.Count)
            return input.GetGetter<TValue>(mapper.InputSchema[column.Index]);
        Delegate getter = column.Index == mapper.PredictedLabel ? (ValueGetter<uint>)Key : (ValueGetter<VBuffer<float>>)Scores;
        return getter as ValueGetter<TValue>
            ?? throw new InvalidOperationException($"The column '{column.Name}' is {column.Type} and cannot be read as {typeof(TValue)}.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            input.Dispose();
        base.Dispose(disposing);
    }

    private void Key(ref uint value) => value = Scored().Key;

    private void Scores(ref VBuffer<float> value)
    {
        var scores = Scored().Scores;
        var editor = VBufferEditor.Create(ref value, scores.Length);
        scores.CopyTo(editor.Values);
        value = editor.Commit();
    }

    private ScoredText Scored()
    {
        if (input.Position != _position)
            (_scored, _position) = (score(input.Position, _read!()), input.Position);
        return _scored;
    }
}
