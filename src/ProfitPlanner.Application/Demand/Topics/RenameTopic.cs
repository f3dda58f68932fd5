using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>Gives a topic a name that outlives new searches.</summary>
public static class RenameTopic
{
    public const int MostLetters = 100;

    /// <param name="Name">Blank: its terms stand for it again.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid Id, string? Name) : ITenantRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Name).MaximumLength(MostLetters).HasNoNul();
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.LockTopicsAsync(cancellationToken);
            var topic = await db.WholeTopicAsync(request.Id, cancellationToken);
            topic.Name = string.IsNullOrWhiteSpace(request.Name) ? null : request.Name.Trim();
            if (topic.Name is not null)
                await db.KeepAsync(topic, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
