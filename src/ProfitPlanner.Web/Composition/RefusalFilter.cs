using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using ProfitPlanner.Application.Pipeline;

namespace ProfitPlanner.Web.Composition;

/// <summary>Turns what a use case refuses into a status: absent or another organisation's 404, role too low 403.</summary>
internal sealed class RefusalFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context) => context.Result = context.Exception switch
    {
        NotFoundException => new NotFoundResult(),
        ForbiddenException => new StatusCodeResult(StatusCodes.Status403Forbidden),
        NotSignedInException => new ChallengeResult(),
        _ => context.Result,
    };
}
