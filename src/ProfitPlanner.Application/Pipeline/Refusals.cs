namespace ProfitPlanner.Application.Pipeline;

/// <summary>There is no such thing, or it is another organisation's: the two look alike.</summary>
public sealed class NotFoundException() : Exception("Not found.");

/// <summary>A member of the organisation whose role does not allow this.</summary>
public sealed class ForbiddenException() : Exception("The role does not allow this.");

/// <summary>The use case needs somebody signed in.</summary>
public sealed class NotSignedInException() : Exception("Nobody is signed in.");
