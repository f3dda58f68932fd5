using MediatR;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Pipeline;

/// <summary>
/// A use case inside an organisation: its handler runs in a transaction that sees this organisation alone, after the
/// person's role has been held against <see cref="RequiresAttribute"/>.
/// </summary>
public interface ITenantRequest<out TResponse> : IRequest<TResponse>;

/// <summary>
/// A use case of a signed-in person outside any one organisation: its handler runs in a transaction that sees the
/// person's own memberships.
/// </summary>
public interface IPersonRequest<out TResponse> : IRequest<TResponse>;

/// <summary>A use case of somebody not signed in: its handler runs in a transaction that sees no organisation.</summary>
public interface IAnonymousRequest<out TResponse> : IRequest<TResponse>;

/// <summary>What a member must be allowed to do for the use case.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}
