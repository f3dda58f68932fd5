using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Demand;

/// <summary>Turns that lie together in the encoder's space, found without labels.</summary>
public sealed class Topic : ITenantOwned
{
    /// <summary>Of its terms, those that it is called by.</summary>
    public const int NamingTerms = 3;

    public required Guid OrganisationId { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What somebody called it; null while its terms stand for it.</summary>
    public string? Name { get; set; }

    /// <summary>What tells it from the others, by class-based TF-IDF, the strongest first.</summary>
    public required string[] Terms { get; set; }

    /// <summary>Mean direction of its turns' features, of length 1, [hidden].</summary>
    public required float[] Direction { get; set; }

    /// <summary>Customer turns in it, without those of topics that were merged into it.</summary>
    public required int Size { get; set; }

    /// <summary>Whether a person named, merged, separated or split it: it outlives a new search, with or without turns.</summary>
    public bool IsKept { get; set; }

    /// <summary>
    /// The topic that it is now a part of, since a person merged it or both would be called the same; null of a topic
    /// that stands for itself. Never a part itself.
    /// </summary>
    public Guid? MergedInto { get; set; }

    /// <summary>Place on the map of topics, within [−1, 1].</summary>
    public required double X { get; set; }

    /// <summary>Place on the map of topics, within [−1, 1].</summary>
    public required double Y { get; set; }
}
