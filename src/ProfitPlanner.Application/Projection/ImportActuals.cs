using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Projection;

/// <summary>Adds what was booked to a scenario; a month that is there already is replaced.</summary>
public static class ImportActuals
{
    [Requires(Permission.EditScenarios)]
    public sealed record Command(Guid Id, IReadOnlyList<MonthlyActual> Months) : ITenantRequest<ChangeScenario.Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Months).NotEmpty();
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, ChangeScenario.Result>
    {
        public async Task<ChangeScenario.Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var stored = await db.ToChangeAsync(request.Id, cancellationToken);
            return await db.ChangeAsync(
                stored, [.. request.Months.Select(month => ScenarioChange.To($"actuals/{month.Id}", month))], null, time.GetUtcNow(), cancellationToken);
        }
    }
}
