using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using ProfitPlanner.Application.Organisations;
using ProfitPlanner.Application.Pipeline;

namespace ProfitPlanner.Web.Composition;

/// <summary>
/// Closes every page of an organisation to whoever is not in it, before the page looks at what was sent: a form of the
/// wrong shape must not be answered to a stranger either.
/// </summary>
internal sealed class OrganisationFilter(IMediator mediator, IActor actor) : IAsyncPageFilter
{
    /// <summary>Where the layout finds the <see cref="OpenOrganisation.Result"/>, among the items of the request.</summary>
    public static readonly object Item = new();

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (actor.Organisation is not null)
        {
            try
            {
                context.HttpContext.Items[Item] = await mediator.Send(new OpenOrganisation.Query(), context.HttpContext.RequestAborted);
            }
            catch (NotFoundException)
            {
                context.Result = new NotFoundResult();
                return;
            }
        }

        await next();
    }
}
