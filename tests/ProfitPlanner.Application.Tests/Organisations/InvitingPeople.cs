using System.Globalization;
using System.Text;
using ProfitPlanner.Application.Organisations;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Organisations;

/// <summary>From the owner's wish to the member: the mail, the link, who may follow it.</summary>
public sealed class InvitingPeople(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    [Fact]
    public async Task Inviting_queues_one_mail_whose_link_opens_the_invitation_and_stores_no_token()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var guest = await planner.GivenPersonAsync();

        Assert.Equal(InvitePerson.Result.Invited, await planner.As(organisation.Owner, organisation).Send(Invite(guest, Role.Analyst)));

        Assert.Contains(organisation.Name, Assert.Single(await planner.MailsToAsync(guest.Email)).Subject);
        var token = await TokenMailedToAsync(guest);
        var opened = await planner.As(guest, slug: null).Send(new OpenInvitation.Query(token));
        Assert.Equal((organisation.Slug, Role.Analyst, OpenInvitation.Standing.MayAccept), (opened.Slug, opened.Role, opened.Standing));
        var rows = await planner.EveryRowOfAsync(organisation);
        Assert.Contains(rows, row => row.StartsWith("invitations ", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains(token, StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(token)), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Founder)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Viewer)]
    public async Task Only_an_owner_invites(Role role)
    {
        var organisation = await planner.GivenOrganisationAsync();
        var member = await planner.GivenMemberAsync(organisation, role);
        var guest = await planner.GivenPersonAsync();

        await Assert.ThrowsAsync<ForbiddenException>(() => planner.As(member, organisation).Send(Invite(guest, Role.Viewer)));

        Assert.Empty(await planner.MailsToAsync(guest.Email));
    }

    [Fact]
    public async Task A_second_invitation_to_an_address_replaces_the_first_however_it_is_typed()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var owner = planner.As(organisation.Owner, organisation);
        var guest = await planner.GivenPersonAsync();
        var first = await planner.GivenInvitationAsync(organisation, guest.Email.ToUpperInvariant(), Role.Viewer);

        await owner.Send(Invite(guest, Role.Founder));

        await ExpectLostAsync(first.Token, guest);
        Assert.Equal(Role.Founder, Assert.Single((await owner.Send(new ListPeople.Query())).Invitations).Role);
    }

    [Fact]
    public async Task A_member_is_not_invited_again()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var member = await planner.GivenMemberAsync(organisation, Role.Viewer);

        var result = await planner.As(organisation.Owner, organisation).Send(Invite(member, Role.Owner));

        Assert.Equal(InvitePerson.Result.AlreadyMember, result);
        Assert.Empty(await planner.MailsToAsync(member.Email));
    }

    [Fact]
    public async Task The_person_with_the_invited_address_gets_the_role()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var guest = await planner.GivenPersonAsync();
        var invitation = await planner.GivenInvitationAsync(organisation, guest.Email.ToUpperInvariant(), Role.Founder);

        var joined = await planner.As(guest, slug: null).Send(new AcceptInvitation.Command(invitation.Token));

        Assert.Equal(new AcceptInvitation.Result.Joined(organisation.Slug), joined);
        Assert.Equal(Role.Founder, (await planner.As(guest, organisation).Send(new OpenOrganisation.Query())).Role);
        Assert.Empty((await planner.As(organisation.Owner, organisation).Send(new ListPeople.Query())).Invitations);
    }

    [Fact]
    public async Task A_person_with_another_address_does_not_get_in_and_leaves_the_invitation_open()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var guest = await planner.GivenPersonAsync();
        var other = await planner.GivenPersonAsync();
        var invitation = await planner.GivenInvitationAsync(organisation, guest.Email);

        var refused = await planner.As(other, slug: null).Send(new AcceptInvitation.Command(invitation.Token));

        Assert.IsType<AcceptInvitation.Result.OtherAddress>(refused);
        await Assert.ThrowsAsync<NotFoundException>(() => planner.As(other, organisation).Send(new OpenOrganisation.Query()));
        Assert.IsType<AcceptInvitation.Result.Joined>(await planner.As(guest, slug: null).Send(new AcceptInvitation.Command(invitation.Token)));
    }

    [Fact]
    public async Task An_expired_a_revoked_and_an_unknown_invitation_look_alike()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var guest = await planner.GivenPersonAsync();
        var revoked = await planner.GivenInvitationAsync(organisation, guest.Email);
        await planner.As(organisation.Owner, organisation).Send(new RevokeInvitation.Command(revoked.Id));
        await planner.As(organisation.Owner, organisation).Send(Invite(guest, Role.Viewer));
        var expired = await TokenMailedToAsync(guest);

        planner.Clock.Advance(InvitePerson.ValidFor - TimeSpan.FromSeconds(1));
        await planner.As(guest, slug: null).Send(new OpenInvitation.Query(expired));
        planner.Clock.Advance(TimeSpan.FromSeconds(1));

        await ExpectLostAsync(expired, guest);
        await ExpectLostAsync(revoked.Token, guest);
        await ExpectLostAsync("never-was-one", guest);
    }

    [Fact]
    public async Task Accepting_twice_is_harmless_and_gives_back_no_role_that_was_changed_since()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var guest = await planner.GivenPersonAsync();
        var invitation = await planner.GivenInvitationAsync(organisation, guest.Email, Role.Founder);
        var accept = new AcceptInvitation.Command(invitation.Token);
        await planner.As(guest, slug: null).Send(accept);
        await planner.As(organisation.Owner, organisation).Send(new ChangeRole.Command(guest.Id, Role.Viewer));

        Assert.Equal(new AcceptInvitation.Result.Joined(organisation.Slug), await planner.As(guest, slug: null).Send(accept));

        Assert.Equal(Role.Viewer, (await planner.As(guest, organisation).Send(new OpenOrganisation.Query())).Role);
    }

    [Fact]
    public async Task A_removed_member_does_not_come_back_by_the_old_link()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var guest = await planner.GivenPersonAsync();
        var invitation = await planner.GivenInvitationAsync(organisation, guest.Email);
        await planner.As(guest, slug: null).Send(new AcceptInvitation.Command(invitation.Token));

        await planner.As(organisation.Owner, organisation).Send(new RemovePerson.Command(guest.Id));

        await ExpectLostAsync(invitation.Token, guest);
    }

    private static InvitePerson.Command Invite(GivenPerson guest, Role role) => new(guest.Email, role, CultureInfo.InvariantCulture);

    private async Task<string> TokenMailedToAsync(GivenPerson guest) => (await planner.LinkMailedToAsync(guest.Email, "invitation"))[1];

    private async Task ExpectLostAsync(string token, GivenPerson guest)
    {
        await Assert.ThrowsAsync<NotFoundException>(() => planner.AsAnybody().Send(new OpenInvitation.Query(token)));
        await Assert.ThrowsAsync<NotFoundException>(() => planner.As(guest, slug: null).Send(new OpenInvitation.Query(token)));
        await Assert.ThrowsAsync<NotFoundException>(() => planner.As(guest, slug: null).Send(new AcceptInvitation.Command(token)));
    }
}
