namespace ProfitPlanner.Application.Demand;

/// <summary>A model of an organisation that can be loaded, without its bundle.</summary>
/// <param name="Fingerprint">SHA-256 of its manifest.</param>
/// <param name="IsShipped">The one that comes with this version of the app.</param>
/// <param name="IsCurrent">Whether the organisation's demand is read from it.</param>
internal sealed record CatalogueModel(Guid Id, byte[] Fingerprint, bool IsShipped, bool IsCurrent);
