using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Demand;

/// <summary>A classifier that an organisation has trained, or the one that ships (<see cref="Bundle"/> is null then).</summary>
public sealed class IntentModel : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>1, 2, 3 … within the organisation.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the model's manifest: the same model has the same one.</summary>
    public required byte[] Fingerprint { get; set; }

    /// <summary>The bundle's folder as a zip file; null for the model that ships, and while it is being trained.</summary>
    public byte[]? Bundle { get; set; }

    /// <summary>What training measured on held-out conversations (JSON); null where nothing was.</summary>
    public string? Figures { get; set; }

    public ModelState State { get; set; }

    /// <summary>Whether the organisation's demand is read from this one; of one model at most.</summary>
    public bool IsCurrent { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null for the model that ships.</summary>
    public Guid? CreatedBy { get; init; }
}
