using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Application.Organisations;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Scenarios.Templates;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Application.Demo;

/// <summary>
/// Makes the demo organisation, its people and its scenarios, whichever are missing; also when two instances start at
/// once. Scenarios are made only while there never was one, so what somebody deletes stays deleted.
/// </summary>
public static class FoundDemo
{
    private const int Scenarios = 4;

    /// <summary>The template whose scenario is worked out; its customers are those of the demo's conversations.</summary>
    internal const string Worked = "finance-customer-service";

    public sealed record Command : IAnonymousRequest<Unit>;

    internal sealed class Handler(
        PlannerDb db, DemoSwitch demo, UserManager<Person> people, TemplateCatalogue catalogue,
        IRequestHandler<CreateScenario.Command, Guid> createScenario, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!demo.IsOn)
                throw new NotFoundException();
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('demo organisation', 0))", cancellationToken);

            var all = new Dictionary<string, Person>();
            foreach (var person in DemoOrganisation.People)
                all[person.Key] = await PersonAsync(person);
            await db.EnterAsync(all["founder"].Id, cancellationToken);
            await EnterOrganisationAsync(all, cancellationToken);
            if (!await db.Scenarios.AnyAsync(cancellationToken))
                await CreateScenariosAsync(cancellationToken);
            return Unit.Value;
        }

        private async Task<Person> PersonAsync(DemoOrganisation.DemoPerson demoPerson)
        {
            if (await people.FindByEmailAsync(demoPerson.Email) is { } known)
                return known;
            var person = new Person { DisplayName = demoPerson.DisplayName, Email = demoPerson.Email, UserName = demoPerson.Email, EmailConfirmed = true };
            (await people.CreateAsync(person)).OrThrow();
            return person;
        }

        private async Task EnterOrganisationAsync(Dictionary<string, Person> all, CancellationToken cancellationToken)
        {
            var founder = all["founder"].Id;
            if (await db.Memberships.OrderBy(m => m.JoinedAt).FirstOrDefaultAsync(m => m.PersonId == founder, cancellationToken) is { } membership)
            {
                await db.EnterOrganisationAsync(membership.OrganisationId, membership.Role, cancellationToken);
                return;
            }

            var now = time.GetUtcNow();
            var organisation = await db.FoundAsync(DemoOrganisation.Name, now, cancellationToken);
            foreach (var person in DemoOrganisation.People)
                db.Add(new Membership { OrganisationId = organisation.OrganisationId, PersonId = all[person.Key].Id, Role = person.Role, JoinedAt = now });
            await db.SaveChangesAsync(cancellationToken);
        }

        // The handler itself, not the mediator: it must run in this transaction.
        private async Task CreateScenariosAsync(CancellationToken cancellationToken)
        {
            foreach (var template in catalogue.All.DistinctBy(t => t.Field).Take(Scenarios).Where(t => t.Key != Worked))
                await createScenario.Handle(new CreateScenario.Command(null, template.Key, null, TemplateLanguage.English), cancellationToken);
            var now = time.GetUtcNow();
            var plan = DemoPlan.Of(catalogue.Find(Worked)!.ToScenario(TemplateLanguage.English), new DateOnly(now.Year, now.Month, 1).AddMonths(1));
            db.Add(StoredScenario.Begin(db.Tenant.OrganisationId, plan, VersionCause.Created, db.Tenant.PersonId, now));
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
