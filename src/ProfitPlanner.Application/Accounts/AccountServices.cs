using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;

namespace ProfitPlanner.Application.Accounts;

public static class AccountServices
{
    /// <summary>People and their passwords. The host adds sign-in and token providers.</summary>
    public static IdentityBuilder AddAccounts(this IServiceCollection services) => services
        .AddIdentityCore<Person>(options =>
        {
            options.User.RequireUniqueEmail = true;
            // The user name is the e-mail address, whose shape AccountRules holds.
            options.User.AllowedUserNameCharacters = "";
            options.SignIn.RequireConfirmedEmail = true;
            // Length is what makes a password strong; rules about characters make it forgettable (NIST SP 800-63B).
            options.Password.RequiredLength = AccountRules.ShortestPassword;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        })
        .AddPlannerStores();
}
