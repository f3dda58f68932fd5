using Microsoft.AspNetCore.Mvc.Filters;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing.Printing;

/// <summary>Lets the browser that prints a dashboard in as the viewer who asked for it.</summary>
internal sealed class PrintTicketFilter(PrintTickets tickets) : IResourceFilter
{
    /// <summary>The part of the address that holds the ticket.</summary>
    public const string Parameter = "print";

    private static readonly object Item = new();

    public static bool IsPrinting(HttpContext context) => context.Items.ContainsKey(Item);

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.Request.Query[Parameter].ToString() is not { Length: > 0 } ticket || tickets.Redeem(ticket) is not { } key)
            return;
        context.HttpContext.Items[Item] = ticket;
        context.HttpContext.Items[ShareKey.Item] = key;
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
