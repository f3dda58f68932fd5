using Microsoft.AspNetCore.Identity;

namespace ProfitPlanner.Data.Accounts;

/// <summary>Someone who signs in. Belongs to any number of organisations, each with a role of its own.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public Person() => Id = Guid.CreateVersion7();

    /// <summary>The name that colleagues see beside a saved version.</summary>
    public required string DisplayName { get; set; }
}
