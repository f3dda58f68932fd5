using System.Globalization;
using System.Reflection;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Demand.Topics;
using ProfitPlanner.Application.Evidence;
using ProfitPlanner.Application.Experiments;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Models;
using ProfitPlanner.Application.Organisations;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Pricing;
using ProfitPlanner.Application.Projection;
using ProfitPlanner.Application.Review;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Application.Tests.Scenarios;
using ProfitPlanner.Application.Tests.Sharing;
using ProfitPlanner.Application.Transcripts;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Application.Transcripts.Recognition;
using ProfitPlanner.Application.Uncertainty;
using ProfitPlanner.Data.Transcripts;
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
internal sealed class RequestSamples(GivenOrganisation organisation, Guid scenario, Guid otherScenario)
{
    private static readonly Provenance Source = new(ProvenanceKind.Experiment, "Two prices.");

    private static readonly MonthlyActual January = MonthlyActual.Of(new DateOnly(2026, 1, 1)) with { FixedCost = 90_000 };

    private static readonly DrawnRule InGerman = new([], null, "de", null, null);
    private static readonly SignalQuery Asked = new(["fees_and_pricing"], null, null, null);

    /// <summary>A scenario with a segment to price and with something to learn from.</summary>
    public static Scenario Booked { get; } = Examples.Article with { Actuals = [January, MonthlyActual.Of(new DateOnly(2026, 2, 1)) with { FixedCost = 92_000 }] };

    private static FileProbe File { get; } = new("sample.csv", 12, "text\ntoo dear"u8.ToArray(), 12);

    private static readonly Dictionary<Type, Func<RequestSamples, object>> Special = new()
    {
        [typeof(RevokeInvitation.Command)] = samples => new RevokeInvitation.Command(samples.Invitation),
        [typeof(ChangeScenario.Command)] = samples => new ChangeScenario.Command(
            samples._otherScenario, [ScenarioChange.To(Examples.Path(Examples.Shops, "priceRange"), new PriceRange(Lowest: 50))]),
        [typeof(AdoptDemand.Command)] = samples => new AdoptDemand.Command(
            samples._otherScenario, Examples.Shops, new LogitDemand(4, -0.05m), null, Source),
        [typeof(AdoptArm.Command)] = samples => new AdoptArm.Command(samples._otherScenario, Examples.Shops, 120, 1_000, 170, Source),
        [typeof(ImportActuals.Command)] = samples => new ImportActuals.Command(samples._otherScenario, [January]),
        [typeof(LearnFromActuals.Command)] = samples => new LearnFromActuals.Command(
            samples._otherScenario, [$"fixedCosts/{Examples.Rent}/amount"], "Two months."),
        [typeof(PreviewImport.Query)] = samples => new PreviewImport.Query(samples._otherScenario, "{}"u8.ToArray()),
        [typeof(PreviewEvidence.Query)] = samples => new PreviewEvidence.Query(
            samples._otherScenario, Examples.Path(Examples.Shops, "conversion"), Asked, EvidenceAssumptions.Usual),
        [typeof(ProposeEvidence.Command)] = samples => new ProposeEvidence.Command(
            samples._otherScenario, Examples.Path(Examples.Shops, "conversion"), Asked, EvidenceAssumptions.Usual),
        [typeof(OpenEvidence.Query)] = samples => new OpenEvidence.Query(samples.Evidence),
        [typeof(AcceptEvidence.Command)] = samples => new AcceptEvidence.Command(samples.Evidence, "0.2", "Sample"),
        [typeof(DeclineEvidence.Command)] = samples => new DeclineEvidence.Command(samples.Evidence),
        [typeof(WatchSimulation.Query)] = samples => new WatchSimulation.Query(samples._scenario, samples.Run),
        [typeof(WatchJob.Query)] = samples => new WatchJob.Query(samples.Topics.Job),
        [typeof(CancelJob.Command)] = samples => new CancelJob.Command(samples.Topics.Job),
        [typeof(OpenTopic.Query)] = samples => new OpenTopic.Query(samples.Topics.Topic),
        [typeof(RenameTopic.Command)] = samples => new RenameTopic.Command(samples.Topics.Topic, "Sample"),
        [typeof(MergeTopics.Command)] = samples => new MergeTopics.Command(samples.Topics.Topic, samples.Topics.Other),
        [typeof(SeparateTopic.Command)] = samples => new SeparateTopic.Command(samples.Topics.Topic),
        [typeof(SplitTopic.Command)] = samples => new SplitTopic.Command(samples.Topics.Topic),
        [typeof(LookAtFile.Command)] = _ => new LookAtFile.Command(null, File, new ReadAs()),
        [typeof(CheckFile.Query)] = samples => new CheckFile.Query(samples.Upload, File),
        [typeof(ConfirmUpload.Command)] = samples => new ConfirmUpload.Command(samples.Upload, [ColumnRole.Text], new Dictionary<string, Speaker>(), Speaker.Agent, "sample"),
        [typeof(ImportPart.Command)] = samples => new ImportPart.Command(samples.Upload, 0, File.Content),
        [typeof(SteerUpload.Command)] = samples => new SteerUpload.Command(samples.Upload, SteerUpload.Choice.Pause),
        [typeof(OpenUpload.Query)] = samples => new OpenUpload.Query(samples.Upload),
        [typeof(ListRejected.Query)] = samples => new ListRejected.Query(samples.Upload),
        [typeof(DeleteUpload.Command)] = samples => new DeleteUpload.Command(samples.Upload),
        [typeof(DrawSegment.Command)] = _ => new DrawSegment.Command("Sample", InGerman),
        [typeof(PreviewSegment.Query)] = _ => new PreviewSegment.Query(InGerman),
        [typeof(RenameSegment.Command)] = samples => new RenameSegment.Command(samples.Demand.Segment, "Sample"),
        [typeof(RemoveSegment.Command)] = samples => new RemoveSegment.Command(samples.Demand.Segment),
        [typeof(OpenConversation.Query)] = samples => new OpenConversation.Query(samples.Demand.Conversation),
        [typeof(ListSentences.Query)] = samples => new ListSentences.Query(Segment: samples.Demand.Segment),
        [typeof(DefineIntent.Command)] = _ => new DefineIntent.Command(null, "Sample", "", []),
        [typeof(MoveIntent.Command)] = _ => new MoveIntent.Command(Reviews.Delivery, 1),
        [typeof(DeleteIntent.Command)] = _ => new DeleteIntent.Command(Reviews.Delivery),
        [typeof(MergeIntents.Command)] = _ => new MergeIntents.Command(Reviews.Refund, Reviews.Delivery),
        [typeof(LabelTurn.Command)] = samples => new LabelTurn.Command(samples.Review.Conversation, 0, Reviews.Delivery),
        [typeof(NextToReview.Query)] = _ => new NextToReview.Query(ReviewFilter.New, null, []),
        [typeof(ExportLabels.Query)] = _ => new ExportLabels.Query(new MemoryStream()),
        [typeof(OpenModel.Query)] = samples => new OpenModel.Query(samples.Review.Trained),
        [typeof(UseModel.Command)] = samples => new UseModel.Command(samples.Review.Trained),
        [typeof(DeleteModel.Command)] = samples => new DeleteModel.Command(samples.Review.Trained),
        [typeof(ExportPredictions.Query)] = samples => new ExportPredictions.Query(samples.Review.Trained, new MemoryStream()),
        [typeof(CreateShareLink.Command)] = samples => new CreateShareLink.Command(KeepingShareLinks.Settings(), KeepingShareLinks.Choice(samples._otherScenario)),
        [typeof(PublishSnapshot.Command)] = samples => new PublishSnapshot.Command(samples.Share, KeepingShareLinks.Choice(samples._otherScenario)),
        [typeof(ChangeShareLink.Command)] = samples => new ChangeShareLink.Command(samples.Share, KeepingShareLinks.Settings(), RemovesPasscode: false),
        [typeof(PauseShareLink.Command)] = samples => new PauseShareLink.Command(samples.Share, IsPaused: true),
        [typeof(RevokeShareLink.Command)] = samples => new RevokeShareLink.Command(samples.Share),
        [typeof(OpenShareLink.Query)] = samples => new OpenShareLink.Query(samples.Share),
        [typeof(ReadShareNotes.Command)] = samples => new ReadShareNotes.Command(samples.Share, []),
    };

    public required Guid Invitation { get; init; }

    /// <summary>A simulation of the scenario by whoever sends.</summary>
    public required Guid Run { get; init; }

    /// <summary>One that is done.</summary>
    public required Guid Upload { get; init; }

    /// <summary>A conversation and a segment that it is in.</summary>
    public required (Guid Conversation, Guid Segment) Demand { get; init; }

    /// <summary>Waits to be decided, for the conversion of the other scenario.</summary>
    public required Guid Evidence { get; init; }

    /// <summary>A job that waits, and two topics.</summary>
    public required GivenTopics Topics { get; init; }

    /// <summary>A link with a snapshot.</summary>
    public required Guid Share { get; init; }

    /// <summary>Something to label, and models.</summary>
    public required GivenReview Review { get; init; }

    private readonly Guid _scenario = scenario;
    private readonly Guid _otherScenario = otherScenario;

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
