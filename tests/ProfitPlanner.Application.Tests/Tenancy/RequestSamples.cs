using System.Globalization;
using System.Reflection;
using ProfitPlanner.Application.Evidence;
using ProfitPlanner.Application.Experiments;
using ProfitPlanner.Application.Organisations;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Pricing;
using ProfitPlanner.Application.Projection;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Tests.Scenarios;
using ProfitPlanner.Application.Uncertainty;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Tenancy;

/// <summary>
/// Makes a well-formed instance of every request of an organisation out of what that organisation has. A request whose
/// members say nothing by their types gets an entry in <see cref="Special"/>.
/// </summary>
/// <param name="otherScenario">One of <see cref="Booked"/>.</param>
/// <param name="run">A simulation of the scenario by whoever sends.</param>
/// <param name="evidence">Waits to be decided for the conversion of <paramref name="otherScenario"/>.</param>
internal sealed class RequestSamples(GivenOrganisation organisation, Guid scenario, Guid otherScenario, Guid invitation, Guid run, Guid evidence)
{
    private static readonly Provenance Source = new(ProvenanceKind.Experiment, "Two prices.");

    private static readonly MonthlyActual January = MonthlyActual.Of(new DateOnly(2026, 1, 1)) with { FixedCost = 90_000 };

    private static readonly SignalQuery Asked = new(["fees_and_pricing"], null, null, null);

    /// <summary>A scenario with a segment to price and with something to learn from.</summary>
    public static Scenario Booked { get; } = Examples.Article with { Actuals = [January, MonthlyActual.Of(new DateOnly(2026, 2, 1)) with { FixedCost = 92_000 }] };

    private static readonly Dictionary<Type, Func<RequestSamples, object>> Special = new()
    {
        [typeof(RevokeInvitation.Command)] = samples => new RevokeInvitation.Command(samples._invitation),
        [typeof(ChangeScenario.Command)] = samples => new ChangeScenario.Command(
            samples._otherScenario, [ScenarioChange.To(Examples.Path(Examples.Shops, "priceRange"), new PriceRange(Lowest: 50))]),
        [typeof(AdoptDemand.Command)] = samples => new AdoptDemand.Command(
            samples._otherScenario, Examples.Shops, new LogitDemand(4, -0.05m), null, Source),
        [typeof(AdoptArm.Command)] = samples => new AdoptArm.Command(samples._otherScenario, Examples.Shops, 120, 1_000, 170, Source),
        [typeof(ImportActuals.Command)] = samples => new ImportActuals.Command(samples._otherScenario, [January]),
        [typeof(LearnFromActuals.Command)] = samples => new LearnFromActuals.Command(
            samples._otherScenario, [$"fixedCosts/{Examples.Rent}/amount"], "Two months."),
        [typeof(PreviewEvidence.Query)] = samples => new PreviewEvidence.Query(
            samples._otherScenario, Examples.Path(Examples.Shops, "conversion"), Asked, EvidenceAssumptions.Usual),
        [typeof(ProposeEvidence.Command)] = samples => new ProposeEvidence.Command(
            samples._otherScenario, Examples.Path(Examples.Shops, "conversion"), Asked, EvidenceAssumptions.Usual),
        [typeof(OpenEvidence.Query)] = samples => new OpenEvidence.Query(samples._evidence),
        [typeof(AcceptEvidence.Command)] = samples => new AcceptEvidence.Command(samples._evidence, "0.2", "Sample"),
        [typeof(DeclineEvidence.Command)] = samples => new DeclineEvidence.Command(samples._evidence),
        [typeof(WatchSimulation.Query)] = samples => new WatchSimulation.Query(samples._scenario, samples._run),
    };

    private readonly Guid _scenario = scenario;
    private readonly Guid _otherScenario = otherScenario;
    private readonly Guid _invitation = invitation;
    private readonly Guid _run = run;
    private readonly Guid _evidence = evidence;

    public static IReadOnlyList<Type> TenantRequests { get; } =
        [.. typeof(ApplicationServices).Assembly.GetTypes().Where(t => !t.IsAbstract && Implements(t, typeof(ITenantRequest<>))).OrderBy(t => t.FullName)];

    /// <summary>By the name that people know it by: OptimisePrice+Command.</summary>
    public static Type Named(string name) => TenantRequests.Single(t => NameOf(t) == name);

    public static string NameOf(Type request) => request.FullName![(request.Namespace!.Length + 1)..];

    public object Of(Type request) =>
        Special.TryGetValue(request, out var make) ? make(this) : Generic(request);

    private object Generic(Type request)
    {
        var constructor = request.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(request, p))]);
    }

    private object? Value(Type request, ParameterInfo parameter) => (parameter.ParameterType, parameter.Name) switch
    {
        var (type, name) when type == typeof(Guid) && name is "PersonId" => organisation.Owner.Id,
        var (type, _) when type == typeof(Guid) => _scenario,
        var (type, _) when type == typeof(IReadOnlyList<Guid>) => new[] { _scenario, _otherScenario },
        var (type, name) when type == typeof(string) && name is "Currency" => "EUR",
        var (type, name) when type == typeof(string) && name is "Template" => null,
        var (type, name) when type == typeof(string) && name is "Email" => "sample@example.com",
        var (type, _) when type == typeof(string) => "Sample",
        var (type, _) when type == typeof(int) => 1,
        var (type, _) when type == typeof(Scenario) => Examples.Article,
        var (type, _) when type == typeof(CultureInfo) => CultureInfo.InvariantCulture,
        var (type, _) when type.IsEnum => Enum.GetValues(type).GetValue(0),
        var (type, _) when Nullable.GetUnderlyingType(type) is not null => null,
        _ => throw new NotSupportedException(
            $"{NameOf(request)} has a {parameter.ParameterType.Name} {parameter.Name}: add it to {nameof(RequestSamples)}.{nameof(Special)}."),
    };

    private static bool Implements(Type type, Type openInterface) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == openInterface);
}
