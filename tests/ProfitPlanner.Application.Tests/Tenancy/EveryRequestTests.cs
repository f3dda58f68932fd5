using System.Reflection;
using ProfitPlanner.Application.Organisations;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Tests.Scenarios;
using ProfitPlanner.Application.Uncertainty;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Tenancy;

/// <summary>Every request of an organisation, sent by everybody who may not send it. New requests are found by themselves.</summary>
public sealed class EveryRequestTests(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    // What is not there cannot be revoked, and that is fine.
    private static readonly HashSet<Type> Forgiving = [typeof(RevokeInvitation.Command)];

    public static TheoryData<string> Requests() => [.. RequestSamples.TenantRequests.Select(RequestSamples.NameOf)];

    public static TheoryData<string, Role> RequestsByRole() =>
        [.. RequestSamples.TenantRequests.SelectMany(r => Enum.GetValues<Role>(), (r, role) => (RequestSamples.NameOf(r), role))];

    [Theory, MemberData(nameof(Requests))]
    public async Task Sent_to_an_organisation_by_a_member_of_another_is_not_found(string request)
    {
        var (organisation, sample) = await GivenSampleAsync(request);
        var stranger = await planner.GivenOrganisationAsync();

        await Assert.ThrowsAsync<NotFoundException>(() => planner.As(stranger.Owner, organisation).SendAnyAsync(sample));
    }

    [Theory, MemberData(nameof(Requests))]
    public async Task With_the_ids_of_another_organisation_nothing_of_it_is_changed_or_told(string request)
    {
        var (organisation, sample) = await GivenSampleAsync(request);
        var stranger = await planner.GivenOrganisationAsync();
        var before = await planner.EveryRowOfAsync(organisation);

        var outcome = await Record.ExceptionAsync(() => planner.As(stranger.Owner, stranger).SendAnyAsync(sample));

        // Without an id in it, it is about one's own organisation, and may succeed there.
        var namesSomething = sample.GetType().GetProperties().Any(p => p.PropertyType == typeof(Guid) || p.PropertyType == typeof(IReadOnlyList<Guid>));
        if (namesSomething && !Forgiving.Contains(sample.GetType()))
            Assert.IsType<NotFoundException>(outcome);
        Assert.Equal(before, await planner.EveryRowOfAsync(organisation));
    }

    [Theory, MemberData(nameof(Requests))]
    public async Task To_an_organisation_that_is_not_there_or_to_none_is_not_found(string request)
    {
        var (organisation, sample) = await GivenSampleAsync(request);

        await Assert.ThrowsAsync<NotFoundException>(() => planner.As(organisation.Owner, "no-such-organisation").SendAnyAsync(sample));
        await Assert.ThrowsAsync<NotFoundException>(() => planner.As(organisation.Owner, slug: null).SendAnyAsync(sample));
    }

    [Theory, MemberData(nameof(Requests))]
    public async Task By_somebody_not_signed_in_is_refused(string request)
    {
        var (organisation, sample) = await GivenSampleAsync(request);

        await Assert.ThrowsAsync<NotSignedInException>(() => planner.AsAnybody(organisation.Slug).SendAnyAsync(sample));
    }

    [Theory, MemberData(nameof(RequestsByRole))]
    public async Task By_a_member_it_is_done_or_forbidden_as_their_role_has_it(string request, Role role)
    {
        var organisation = await planner.GivenOrganisationAsync();
        var member = await planner.GivenMemberAsync(organisation, role);
        var sample = await GivenSampleAsync(request, organisation, member);
        var required = sample.GetType().GetCustomAttribute<RequiresAttribute>()!.Permission;

        var outcome = await Record.ExceptionAsync(() => planner.As(member, organisation).SendAnyAsync(sample));

        // That a permitted one succeeds also shows that the samples are good ones, and the refusals above not for another reason.
        if (role.May(required))
            Assert.Null(outcome);
        else
            Assert.IsType<ForbiddenException>(outcome);
    }

    private async Task<(GivenOrganisation Organisation, object Sample)> GivenSampleAsync(string request)
    {
        var organisation = await planner.GivenOrganisationAsync();
        return (organisation, await GivenSampleAsync(request, organisation, organisation.Owner));
    }

    private async Task<object> GivenSampleAsync(string request, GivenOrganisation organisation, GivenPerson sender)
    {
        var scenario = await planner.GivenScenarioAsync(organisation);
        var booked = await planner.GivenStoredScenarioAsync(organisation, RequestSamples.Booked);
        var samples = new RequestSamples(organisation, scenario, booked)
        {
            Invitation = (await planner.GivenInvitationAsync(organisation)).Id,
            Run = await planner.As(sender, organisation).Send(new StartSimulation.Command(scenario, Trials: 1, Seed: 1, default)),
            Upload = (await planner.GivenTranscriptsAsync(organisation, new GivenConversation(new GivenTurn(Speaker.Customer, "too dear")))).Upload,
            Demand = await planner.GivenSegmentAsync(organisation),
            Topics = await planner.GivenTopicsAsync(organisation),
            Review = await planner.GivenReviewAsync(organisation),
            Share = (await planner.GivenShareAsync(organisation, [RequestSamples.Booked])).Id,
            Evidence = await planner.GivenEvidenceAsync(organisation, booked, Examples.Path(Examples.Shops, "conversion"), before: 0.2m),
        };
        return samples.Of(RequestSamples.Named(request));
    }
}
