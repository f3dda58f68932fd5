using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;

namespace ProfitPlanner.Application.Sharing;

/// <summary>Notes how long parts of a dashboard were on a visible screen, for the founder's view log.</summary>
public static class RecordView
{
    // What a page has, with room; and longer than anybody looks between two reports.
    private const int MostParts = 40;
    private const int MostSeconds = 3_600;

    /// <param name="Parts">Seconds by the part's name.</param>
    public sealed record Command(string Token, string? Key, IReadOnlyDictionary<string, int> Parts) : IAnonymousRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(x => x.Parts.Count).LessThanOrEqualTo(MostParts);
            RuleForEach(x => x.Parts).Must(part => part.Key.Length is > 0 and <= 40 && part.Key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && part.Value is > 0 and <= MostSeconds);
        }
    }

    internal sealed class Handler(PlannerDb db, ShareSeal seal, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            if (await db.EnterShareAsync(request.Token, seal, now, cancellationToken) is not { } link
                || await db.AdmittedAsync(link, request.Key, cancellationToken) is not { } visitor)
                throw new NotFoundException();
            var visit = await db.ShareVisits
                .FromSql($"select * from share_visits where visitor_id = {visitor.Id} for update")
                .OrderByDescending(v => v.StartedAt).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFoundException();
            var parts = JsonSerializer.Deserialize<Dictionary<string, int>>(visit.Parts)!;
            foreach (var (part, seconds) in request.Parts)
                if (parts.Count < MostParts || parts.ContainsKey(part))
                    parts[part] = parts.GetValueOrDefault(part) + seconds;
            visit.Parts = JsonSerializer.Serialize(parts);
            visit.LastSeenAt = now;
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
