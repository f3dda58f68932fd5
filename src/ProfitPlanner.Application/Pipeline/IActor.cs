namespace ProfitPlanner.Application.Pipeline;

/// <summary>Who sends the requests of this scope and where to; the web app reads it from the sign-in and the address.</summary>
public interface IActor
{
    /// <summary>The signed-in person, or null.</summary>
    Guid? PersonId { get; }

    /// <summary>The slug of the organisation that the address names, or null.</summary>
    string? Organisation { get; }
}
