using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>Two to four scenarios side by side.</summary>
public sealed class CompareModel(IMediator mediator, IStringLocalizer<ScenarioTexts> texts) : PageModel
{
    public Comparison? Comparison { get; private set; }

    public async Task OnGetAsync(Guid[] id, CancellationToken cancellationToken)
    {
        try
        {
            Comparison = Comparison.Of(await mediator.Send(new CompareScenarios.Query(id), cancellationToken), texts);
        }
        catch (ValidationException)
        {
            // Fewer than two or more than four: the page says what to do.
        }
    }
}
