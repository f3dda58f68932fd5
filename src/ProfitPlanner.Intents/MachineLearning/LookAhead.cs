using Microsoft.ML;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Intents.MachineLearning;

/// <summary>Scores many rows at once, ahead of the cursor that asks for them one by one.</summary>
/// <param name="score">Scores texts, in their order.</param>
/// <param name="rows">A second cursor over the same rows.</param>
/// <param name="read">The text of its row.</param>
internal sealed class LookAhead(Func<IReadOnlyList<Utterance>, ScoredText[]> score, DataViewRowCursor rows, Func<Utterance> read) : IDisposable
{
    // Several batches of an encoder, so that texts of about one length are found for each.
    public const int Window = 256;

    private readonly List<Utterance> _texts = new(Window);
    private ScoredText[] _scores = [];
    private long _from;

    /// <summary>The score of a row that is not before the last one asked for.</summary>
    public ScoredText Of(long position, Utterance text)
    {
        if (position >= _from + _texts.Count)
            Fill(position);
        var place = (int)(position - _from);
        // Not every source gives the same rows when it is read twice.
        return place < _texts.Count && _texts[place] == text ? _scores[place] : score([text])[0];
    }

    public void Dispose() => rows.Dispose();

    private void Fill(long position)
    {
        _texts.Clear();
        _from = position;
        while (rows.Position < position && rows.MoveNext())
        {
        }
        for (var more = rows.Position == position; more; more = _texts.Count < Window && rows.MoveNext())
            _texts.Add(read());
        _scores = score(_texts);
    }
}
