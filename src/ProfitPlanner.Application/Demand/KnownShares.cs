using System.Text;
using Microsoft.Extensions.Caching.Memory;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Application.Demand;

/// <summary>
/// Shares as a model's errors allow to know them. An estimate is kept by all that it follows from, so that a page which
/// shows the same counts again waits for nothing, and none is ever out of date.
/// </summary>
/// <param name="model">Names the model wherever its errors are the same.</param>
/// <param name="errors">Null, and the shares as they are counted, of a model that nobody has measured.</param>
internal sealed class KnownShares(string model, ConfusionCounts? errors, MemoryCache kept)
{
    private readonly ShareCorrection _correction = new(errors);

    public ConfusionCounts? Errors => errors;

    /// <inheritdoc cref="ShareCorrection.Estimate"/>
    public IReadOnlyList<ShareEstimate> Estimate(IReadOnlyDictionary<string, long> given, params IReadOnlyList<LabelGroup> together)
    {
        var key = Key(given, together);
        if (kept.TryGetValue(key, out IReadOnlyList<ShareEstimate>? known))
            return known!;
        var shares = _correction.Estimate(given, together);
        return kept.Set(key, shares, new MemoryCacheEntryOptions { Size = shares.Count + 1 });
    }

    // No label has a line break in it, nor a tab.
    private string Key(IReadOnlyDictionary<string, long> given, IReadOnlyList<LabelGroup> together)
    {
        var key = new StringBuilder(model);
        foreach (var (label, count) in given.OrderBy(each => each.Key, StringComparer.Ordinal))
            key.Append('\n').Append(label).Append('\t').Append(count);
        foreach (var group in together)
            key.Append("\n\n").Append(group.Name).Append('\t').AppendJoin('\t', group.Labels.Order(StringComparer.Ordinal));
        return key.ToString();
    }
}
