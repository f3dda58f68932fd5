using System.Text;
using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios.Workbooks;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

/// <summary>
/// What a file would change in a scenario: a workbook or a plan file that was exported from it and edited elsewhere.
/// Nothing is saved; <see cref="ChangeScenario"/> takes the changes over.
/// </summary>
public static class PreviewImport
{
    /// <summary>The largest file [bytes].</summary>
    public const int Largest = 5_000_000;

    // Of a zip file, which a workbook is.
    private static readonly byte[] WorkbookBegins = "PK"u8.ToArray();

    [Requires(Permission.EditScenarios)]
    public sealed record Query(Guid Id, byte[] File) : ITenantRequest<Result>;

    public abstract record Result
    {
        /// <param name="Changes">From the scenario as it is stored.</param>
        /// <param name="Unknown">Paths of the file that the scenario does not have.</param>
        public sealed record Proposed(Scenario Before, Scenario After, IReadOnlyList<ScenarioChange> Changes, IReadOnlyList<string> Unknown) : Result;

        /// <param name="Reason">Names the sentence that says what is wrong.</param>
        /// <param name="Where">A cell, or what is wrong with a plan file; empty where it is the whole file.</param>
        public sealed record Refused(string Reason, string Where) : Result;
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(x => x.File).Must(file => file is { Length: > 0 and <= Largest }).WithErrorCode("FileSize");
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var before = (await db.ToChangeAsync(request.Id, cancellationToken)).Content;
            return request.File.AsSpan().StartsWith(WorkbookBegins) ? OfWorkbook(request.File, before) : OfPlan(request.File, before);
        }

        private static Result OfWorkbook(byte[] file, Scenario before)
        {
            try
            {
                var (changes, unknown) = WorkbookChanges.Of(file, before);
                return Proposed(before, ScenarioDiff.Apply(before, changes).Scenario, unknown);
            }
            catch (WorkbookCellException e)
            {
                return new Result.Refused("NoNumber", e.Cell);
            }
            catch (InvalidDataException)
            {
                return new Result.Refused("NotOurs", "");
            }
        }

        private static Result OfPlan(byte[] file, Scenario before)
        {
            var reading = PlanJson.Read(Encoding.UTF8.GetString(file).TrimStart('\uFEFF'));
            return reading.Scenario is { } after ? Proposed(before, after, []) : new Result.Refused("PlanWrong", reading.Error!.ToString());
        }

        private static Result.Proposed Proposed(Scenario before, Scenario after, IReadOnlyList<string> unknown) =>
            new(before, after, ScenarioDiff.Between(before, after), unknown);
    }
}
