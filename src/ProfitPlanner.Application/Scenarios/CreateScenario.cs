using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios.Templates;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

public static class CreateScenario
{
    /// <param name="Template">Key of a template, or null for a blank scenario.</param>
    /// <param name="Currency">In place of the template's own; required for a blank scenario.</param>
    /// <param name="Language">In which the template's words are copied.</param>
    [Requires(Permission.EditScenarios)]
    public sealed record Command(string? Name, string? Template, string? Currency, TemplateLanguage Language) : ITenantRequest<Guid>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TemplateCatalogue catalogue)
        {
            When(x => x.Template is null || !string.IsNullOrWhiteSpace(x.Name), () => RuleFor(x => x.Name).IsName());
            RuleFor(x => x.Currency).Must(c => c is null || Currency.TryOf(c, out _)).WithErrorCode("UnknownCurrency");
            RuleFor(x => x.Currency).NotNull().When(x => x.Template is null).WithErrorCode("UnknownCurrency");
            RuleFor(x => x.Template).Must(key => key is null || catalogue.Find(key) is not null).WithErrorCode("UnknownTemplate");
        }
    }

    internal sealed class Handler(PlannerDb db, TemplateCatalogue catalogue, TimeProvider time) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var content = request.Template is null
                ? Scenario.Blank(request.Name!.Trim(), Currency.Of(request.Currency!), Period.Month)
                : catalogue.Find(request.Template)!.ToScenario(request.Language);
            if (!string.IsNullOrWhiteSpace(request.Name))
                content = content with { Name = request.Name.Trim() };
            if (request.Currency is not null)
                content = content with { Currency = Currency.Of(request.Currency) };

            var stored = StoredScenario.Begin(db.Tenant.OrganisationId, content, VersionCause.Created, db.Tenant.PersonId, time.GetUtcNow());
            db.Add(stored);
            await db.SaveChangesAsync(cancellationToken);
            return stored.Id;
        }
    }
}
