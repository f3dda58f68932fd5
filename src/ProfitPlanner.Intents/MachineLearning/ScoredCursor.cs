using Microsoft.ML;
using Microsoft.ML.Data;

namespace ProfitPlanner.Intents.MachineLearning;

/// <summary>A <see cref="ScoredRow"/> that moves on with its input.</summary>
/// <param name="input">Moves.</param>
/// <param name="row">Over the input; it is disposed of with this one.</param>
/// <param name="ahead">What scores the row; null where nothing does.</param>
internal sealed class ScoredCursor(DataViewRowCursor input, ScoredRow row, LookAhead? ahead) : DataViewRowCursor
{
    public override DataViewSchema Schema => row.Schema;

    public override long Position => row.Position;

    public override long Batch => row.Batch;

    public override bool MoveNext() => input.MoveNext();

    public override bool IsColumnActive(DataViewSchema.Column column) => row.IsColumnActive(column);

    public override ValueGetter<DataViewRowId> GetIdGetter() => row.GetIdGetter();

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => row.GetGetter<TValue>(column);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            row.Dispose();
            ahead?.Dispose();
        }
        base.Dispose(disposing);
    }
}
