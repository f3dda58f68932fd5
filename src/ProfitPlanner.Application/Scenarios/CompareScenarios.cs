using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

/// <summary>Two to four scenarios side by side. They are never added up, whatever their currencies.</summary>
public static class CompareScenarios
{
    public const int Fewest = 2;
    public const int Most = 4;

    [Requires(Permission.Read)]
    public sealed record Query(IReadOnlyList<Guid> Ids) : ITenantRequest<IReadOnlyList<Item>>;

    public sealed record Item(Guid Id, Scenario Scenario, ProfitResult Profit);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(x => x.Ids)
            .Must(ids => ids.Distinct().Count() is >= Fewest and <= Most).WithErrorCode("TwoToFour");
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query request, CancellationToken cancellationToken)
        {
            var ids = request.Ids.Distinct().ToArray();
            var found = await db.Scenarios.AsNoTracking()
                .Where(s => ids.Contains(s.Id) && s.DeletedAt == null)
                .ToDictionaryAsync(s => s.Id, cancellationToken);
            if (found.Count != ids.Length)
                throw new NotFoundException();
            return [.. ids.Select(id => new Item(id, found[id].Content, found[id].Content.Evaluate()))];
        }
    }
}
