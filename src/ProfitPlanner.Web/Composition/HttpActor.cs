using System.Security.Claims;
using ProfitPlanner.Application.Pipeline;

namespace ProfitPlanner.Web.Composition;

/// <summary>The person of the sign-in cookie and the organisation of the address.</summary>
internal sealed class HttpActor(IHttpContextAccessor accessor) : IActor
{
    public Guid? PersonId =>
        Guid.TryParse(accessor.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public string? Organisation => accessor.HttpContext?.GetRouteValue("organisation") as string;
}
