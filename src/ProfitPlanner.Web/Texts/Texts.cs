namespace ProfitPlanner.Web.Texts;

// One class for each pair of .resx files beside it; IStringLocalizer<T> finds the texts by its name.

/// <summary>The frame of every page, and errors.</summary>
public sealed class SharedTexts;

/// <summary>Register, sign in, passwords, mail.</summary>
public sealed class AccountTexts;

/// <summary>Organisations, people, invitations.</summary>
public sealed class OrganisationTexts;

/// <summary>Scenarios, their editor, history and comparison.</summary>
public sealed class ScenarioTexts;

/// <summary>Demand curves, prices and price experiments.</summary>
public sealed class PricingTexts;

/// <summary>Uncertainty, and what to find out next.</summary>
public sealed class UncertaintyTexts;

/// <summary>A scenario over months, and what was booked.</summary>
public sealed class ProjectionTexts;

/// <summary>Price experiments.</summary>
public sealed class ExperimentTexts;

/// <summary>Evidence of demand that is sent to a scenario.</summary>
public sealed class EvidenceTexts;

/// <summary>Work in the background, and how it ended.</summary>
public sealed class JobTexts;

/// <summary>What customers talk about, without labels.</summary>
public sealed class TopicTexts;

/// <summary>Uploads of support conversations.</summary>
public sealed class TranscriptTexts;

/// <summary>What customers want: shares, segments, signals, sentences.</summary>
public sealed class DemandTexts;

/// <summary>Intents of an organisation, labelling them, and models that learn them.</summary>
public sealed class ReviewTexts;

/// <summary>Share links, as their founder sees them.</summary>
public sealed class SharingTexts;

/// <summary>The door of a share link, notes, and the portfolio.</summary>
public sealed class DoorTexts;

/// <summary>A shared dashboard, as its viewer sees it.</summary>
public sealed class DashboardTexts;
