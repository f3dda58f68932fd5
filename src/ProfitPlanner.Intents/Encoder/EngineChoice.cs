using System.Diagnostics;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Encoder;

/// <summary>Which of several engines runs a model: of those that load here, the fastest here.</summary>
public static class EngineChoice
{
    // As long as a turn with some context, as many as are scored together.
    private const int Tokens = 24;
    private const int Rows = 64;

    private const int Runs = 5;

    /// <summary>Makes each engine, measures those that load, and keeps one.</summary>
    /// <param name="model">What they run.</param>
    /// <param name="engines">How they are made; of equally fast ones the first.</param>
    /// <exception cref="EngineUnavailableException">None loads; the message is that of the first.</exception>
    public static IBertEngine Fastest(BertModel model, IReadOnlyList<Func<BertModel, IBertEngine>> engines)
    {
        var loaded = new List<IBertEngine>();
        EngineUnavailableException? first = null;
        foreach (var make in engines)
            try
            {
                loaded.Add(make(model));
            }
            catch (EngineUnavailableException e)
            {
                first ??= e;
            }
        if (loaded.Count == 0)
            throw first ?? new EngineUnavailableException("There is no engine to choose from.");

        var fastest = loaded.Count == 1 ? loaded[0] : loaded.MinBy(engine => Time(engine, BatchFor(model)))!;
        foreach (var engine in loaded.Where(engine => engine != fastest))
            engine.Dispose();
        return fastest;
    }

    private static TokenBatch BatchFor(BertModel model)
    {
        var length = Math.Min(Tokens, model.Config.MaxPositionEmbeddings);
        var tokens = new TokenSequence([.. Enumerable.Range(0, length).Select(i => i % model.Config.VocabSize)], new int[length]);
        return TokenBatch.Of([.. Enumerable.Repeat(tokens, Rows)]);
    }

    // The best of several: what else the machine does only ever makes it slower.
    private static TimeSpan Time(IBertEngine engine, TokenBatch batch)
    {
        engine.Run(batch);
        return Enumerable.Range(0, Runs).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            engine.Run(batch);
            return Stopwatch.GetElapsedTime(start);
        });
    }
}
