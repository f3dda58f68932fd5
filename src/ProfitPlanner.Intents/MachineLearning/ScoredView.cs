using Microsoft.ML;

namespace ProfitPlanner.Intents.MachineLearning;

/// <summary>Rows and their scores, which are made as they are asked for.</summary>
internal sealed class ScoredView(ScoredMapper mapper, IDataView input) : IDataView
{
    public DataViewSchema Schema => mapper.OutputSchema;

    public bool CanShuffle => input.CanShuffle;

    public long? GetRowCount() => input.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var active = mapper.Active(columnsNeeded);
        var seed = rand?.Next();
        var rows = Rows(mapper.GetDependencies(columnsNeeded));
        var ahead = mapper.Scores(active) ? Ahead() : null;
        return new ScoredCursor(rows, new ScoredRow(mapper, rows, active, (position, text) => ahead!.Of(position, text)), ahead);

        LookAhead Ahead()
        {
            var ahead = Rows(mapper.Texts);
            return new LookAhead(mapper.Score, ahead, mapper.Reader(ahead));
        }

        // Both cursors in one order.
        DataViewRowCursor Rows(IEnumerable<DataViewSchema.Column> columns) => input.GetRowCursor(columns, seed is { } own ? new Random(own) : null);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];
}
