using ProfitPlanner.Intents.Ngrams;

namespace ProfitPlanner.Application.Review;

/// <summary>How far texts lie from those that are labelled: 1 − the cosine of their words and pairs of words, rare ones counting more.</summary>
/// <remarks>
/// By words and not by the encoder: its features of all turns would have to be kept or worked out while a person waits.
/// Words tell repetitions, which are what is not worth asking again.
/// </remarks>
internal sealed class WordDistance
{
    private readonly NgramFeatures _features;

    // Of each feature the labelled texts that have it, and how strongly.
    private readonly Dictionary<int, List<(int Text, float Weight)>> _postings = [];

    private readonly float[] _cosines;

    /// <param name="labelled">Texts that are labelled.</param>
    /// <param name="others">Texts that will be asked about: with the labelled ones they say which words are rare.</param>
    public WordDistance(IReadOnlyList<string> labelled, IEnumerable<string> others)
    {
        _features = NgramFeatures.Learn(labelled.Concat(others), new NgramOptions { Words = 2, Characters = 0, Least = 1 });
        _cosines = new float[labelled.Count];
        for (var text = 0; text < labelled.Count; text++)
        {
            var vector = _features.Of(labelled[text]);
            for (var i = 0; i < vector.Indices.Length; i++)
            {
                if (!_postings.TryGetValue(vector.Indices[i], out var texts))
                    _postings[vector.Indices[i]] = texts = [];
                texts.Add((text, vector.Values[i]));
            }
        }
    }

    /// <summary>From the nearest labelled text, in [0, 1].</summary>
    public double Of(string text)
    {
        Array.Clear(_cosines);
        var vector = _features.Of(text);
        var nearest = 0f;
        for (var i = 0; i < vector.Indices.Length; i++)
            foreach (var (other, weight) in _postings.GetValueOrDefault(vector.Indices[i]) ?? [])
                nearest = Math.Max(nearest, _cosines[other] += vector.Values[i] * weight);
        return Math.Clamp(1 - nearest, 0, 1);
    }
}
