using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ProfitPlanner.Data.Accounts;

namespace ProfitPlanner.Web.Composition;

/// <summary>What a browser remembers of who signed in.</summary>
public sealed class SignInCookie(SignInManager<Person> manager)
{
    /// <param name="keep">Beyond the end of the browser's session.</param>
    public async Task SetAsync(Guid personId, bool keep) => await manager.SignInAsync(await FindAsync(personId), keep);

    /// <summary>Renews this browser's cookie after a change that ends all others, or that it shows.</summary>
    public async Task RenewAsync(Guid personId) => await manager.RefreshSignInAsync(await FindAsync(personId));

    public Task ClearAsync() => manager.SignOutAsync();

    private async Task<Person> FindAsync(Guid personId) =>
        await manager.UserManager.FindByIdAsync(personId.ToString()) ?? throw new InvalidOperationException("There is no such person.");
}

/// <summary>The cookie holds an id, the display name and the stamp that ends it: no address.</summary>
internal sealed class PersonClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Person>
{
    public Task<ClaimsPrincipal> CreateAsync(Person user)
    {
        var types = options.Value.ClaimsIdentity;
        Claim[] claims =
        [
            new(types.UserIdClaimType, user.Id.ToString()),
            new(types.UserNameClaimType, user.DisplayName),
            new(types.SecurityStampClaimType, user.SecurityStamp!),
        ];
        return Task.FromResult(new ClaimsPrincipal(
            new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme, types.UserNameClaimType, types.RoleClaimType)));
    }
}
