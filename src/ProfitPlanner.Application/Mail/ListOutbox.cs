using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;

namespace ProfitPlanner.Application.Mail;

/// <summary>The mails that wait, newest first. They hold secrets: the host offers this in development only.</summary>
public static class ListOutbox
{
    private const int Most = 50;

    public sealed record Query : IAnonymousRequest<IReadOnlyList<Item>>;

    public sealed record Item(Guid Id, string Recipient, string Subject, string Body, DateTimeOffset CreatedAt);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query request, CancellationToken cancellationToken) =>
            await db.QueuedMails.OrderByDescending(m => m.CreatedAt).Take(Most)
                .Select(m => new Item(m.Id, m.Recipient, m.Subject, m.Body, m.CreatedAt))
                .ToListAsync(cancellationToken);
    }
}
