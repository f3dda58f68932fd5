using System.Globalization;
using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Intents.Taxonomy;

namespace ProfitPlanner.Application.Review;

/// <summary>Adds a set of intents to the organisation's own; those whose key is there already stay as they are.</summary>
public static class AdoptIntents
{
    /// <param name="Language">In which names and descriptions are copied.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(IntentSet Set, CultureInfo Language) : ITenantRequest<int>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Set).IsInEnum();
    }

    /// <summary>Returns how many were added.</summary>
    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            var own = await db.IntentsToChangeAsync(cancellationToken);
            var keys = own.Select(intent => intent.Key).ToHashSet();
            var added = Offered(request.Set, GeneralIntent.IsChinese(request.Language)).Where(intent => !keys.Contains(intent.Key)).ToList();
            db.AddRange(added);
            own.Concat(added).Number();
            await db.SaveChangesAsync(cancellationToken);
            return added.Count;
        }

        private IEnumerable<DefinedIntent> Offered(IntentSet set, bool isChinese) => set == IntentSet.General
            ? GeneralIntent.All.Select(intent => Of(
                intent.Key, isChinese ? intent.NameZh : intent.Name, isChinese ? intent.DescriptionZh : intent.Description, isChinese ? intent.ExamplesZh : intent.Examples))
            // Their descriptions are in English alone; a reader of Chinese has the name.
            : SupportIntents.ById.Values.Where(intent => intent.Group != IntentGroup.Talk)
                .Select(intent => Of(intent.Id, isChinese ? intent.NameZh : intent.Name, isChinese ? "" : intent.Description, []));

        private DefinedIntent Of(string key, string name, string description, IEnumerable<string> examples) => new()
        {
            OrganisationId = db.Tenant.OrganisationId,
            Key = key,
            Name = name,
            Description = description,
            Examples = [.. examples],
            Place = 0,
        };
    }
}
