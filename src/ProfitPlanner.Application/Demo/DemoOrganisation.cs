using Microsoft.Extensions.DependencyInjection;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Demo;

/// <summary>The organisation that a newcomer finds filled. It exists in development alone.</summary>
public static class DemoOrganisation
{
    public const string Name = "Demo";

    /// <summary>Somebody whom one click signs in as; they have no password.</summary>
    /// <param name="Key">Names the person in a form and in front of the address.</param>
    public sealed record DemoPerson(string Key, string DisplayName, Role Role)
    {
        public string Email => $"{Key}@demo.example";
    }

    /// <summary>The founder is the owner as well, so that everything can be tried.</summary>
    public static IReadOnlyList<DemoPerson> People { get; } =
    [
        new("founder", "Maya Lindqvist", Role.Owner),
        new("analyst", "Jun Li", Role.Analyst),
        new("viewer", "Omar Haddad", Role.Viewer),
    ];

    /// <param name="enabled">False makes both use cases answer 'not found': whoever hosts the app for real gives false.</param>
    public static IServiceCollection AddDemo(this IServiceCollection services, bool enabled) =>
        services.AddSingleton(new DemoSwitch(enabled));
}

internal sealed record DemoSwitch(bool IsOn);
