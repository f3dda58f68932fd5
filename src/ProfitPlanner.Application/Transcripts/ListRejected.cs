using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts;

/// <summary>The records of an upload that could not be read.</summary>
public static class ListRejected
{
    public const int PageSize = 100;

    /// <param name="Page">1 is the first, what is beyond the last is the last; null for all of them.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Query(Guid Id, int? Page = 1) : ITenantRequest<Result>;

    /// <param name="Reason">Names the sentence that says what is wrong.</param>
    public sealed record Item(long Line, string Reason);

    /// <param name="Listed">How many are in the list; there may be more of them.</param>
    public sealed record Result(string FileName, UploadFormat Format, IReadOnlyList<Item> Items, int Listed, long Rejected)
    {
        /// <summary>Of the list; at least 1.</summary>
        public int Pages => Math.Max(1, (Listed + PageSize - 1) / PageSize);
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var upload = await db.UploadToReadAsync(request.Id, cancellationToken);
            var all = db.RejectedRecords.AsNoTracking().Where(r => r.UploadId == request.Id);
            var ordered = all.OrderBy(r => r.Line).Select(r => new Item(r.Line, r.Reason));
            var result = new Result(upload.FileName, upload.Format, [], await all.CountAsync(cancellationToken), upload.Rejected);
            var items = request.Page is { } page ? ordered.Skip((Math.Clamp(page, 1, result.Pages) - 1) * PageSize).Take(PageSize) : ordered;
            return result with { Items = await items.ToListAsync(cancellationToken) };
        }
    }
}
