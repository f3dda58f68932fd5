using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Review;

/// <summary>Adds an intent, or says anew what one is called and means; its key never changes, so that labels keep theirs.</summary>
public static class DefineIntent
{
    /// <param name="Key">Of the one to change; null to add one.</param>
    /// <param name="Examples">What a customer says who means it.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(string? Key, string? Name, string? Description, IReadOnlyList<string> Examples) : ITenantRequest<Result>;

    public enum Result
    {
        Defined,

        /// <summary>Whoever labels could not tell the two apart.</summary>
        SameName,

        TooMany,
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(x => x.Name).NotEmpty().WithErrorCode("Missing").MaximumLength(IntentRules.LongestName).WithErrorCode("TooLong");
            RuleFor(x => x.Description).MaximumLength(IntentRules.LongestDescription).WithErrorCode("TooLong");
            RuleFor(x => x.Examples).NotNull().Must(examples => examples is null || examples.Count <= IntentRules.MostExamples).WithErrorCode("TooMany");
            // Not RuleForEach: it names the failure Examples[0], and no text is called that.
            RuleFor(x => x.Examples).Must(examples => examples is null || examples.All(example => example.Length <= IntentRules.LongestExample)).WithErrorCode("TooLong");
        }
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var name = request.Name!.Trim();
            var intents = await db.IntentsToChangeAsync(cancellationToken);
            if (intents.Any(other => other.Key != request.Key && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
                return Result.SameName;
            if (request.Key is null && intents.Count >= IntentRules.Most)
                return Result.TooMany;

            var intent = request.Key is null ? Add(name, intents) : intents.SingleOrDefault(i => i.Key == request.Key) ?? throw new NotFoundException();
            intent.Name = name;
            intent.Description = request.Description?.Trim() ?? "";
            intent.Examples = [.. request.Examples.Select(example => example.Trim()).Where(example => example.Length > 0)];
            await db.SaveChangesAsync(cancellationToken);
            return Result.Defined;
        }

        private DefinedIntent Add(string name, List<DefinedIntent> others)
        {
            var intent = new DefinedIntent
            {
                OrganisationId = db.Tenant.OrganisationId,
                Key = IntentRules.KeyOf(name, others.Select(other => other.Key).ToHashSet()),
                Name = name,
                Description = "",
                Examples = [],
                Place = others.Count + 1,
            };
            db.Add(intent);
            return intent;
        }
    }
}
