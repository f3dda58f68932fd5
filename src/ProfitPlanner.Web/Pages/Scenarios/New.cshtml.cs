using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Scenarios.Templates;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Composition;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>A new scenario: blank, or one of the templates.</summary>
public sealed class NewModel(IMediator mediator, TemplateCatalogue catalogue, IStringLocalizer<ScenarioTexts> texts) : PageModel
{
    /// <summary>A business model that a template must have in a segment; null for any.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Currency { get; set; }

    /// <summary>What is wrong with an imported plan file, and where; null where nothing is.</summary>
    public string? Refused { get; private set; }

    public IEnumerable<IGrouping<string, TemplateCard>> Fields { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        // Whoever may not edit learns it here and not after having filled in the form.
        var list = await mediator.Send(new ListScenarios.Query(ListScenarios.Shelf.Active), cancellationToken);
        if (!list.MayEdit)
            throw new Application.Pipeline.ForbiddenException();
        Currency = Languages.IsChinese ? "CNY" : "USD";
        ShowTemplates();
    }

    public async Task<IActionResult> OnPostAsync(string? template, CancellationToken cancellationToken)
    {
        try
        {
            var id = await mediator.Send(
                new CreateScenario.Command(Name, template, template is null ? Currency : null, Languages.OfTemplates), cancellationToken);
            return RedirectToPage("Edit", new { organisation = RouteData.Values["organisation"], id });
        }
        catch (ValidationException e)
        {
            foreach (var failure in e.Errors)
                ModelState.AddModelError(failure.PropertyName, texts["Problem" + failure.ErrorCode, ScenarioLimits.Name]);
            ShowTemplates();
            return Page();
        }
    }

    /// <summary>A scenario of a plan file, as it was exported here or is kept in a repository.</summary>
    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        try
        {
            if (file is null or { Length: 0 or > ImportScenario.Longest })
                Refused = texts["PlanTooLong"];
            else
            {
                using var reader = new StreamReader(file.OpenReadStream());
                var result = await mediator.Send(new ImportScenario.Command(await reader.ReadToEndAsync(cancellationToken)), cancellationToken);
                if (result is ImportScenario.Result.Imported imported)
                    return RedirectToPage("Edit", new { organisation = RouteData.Values["organisation"], id = imported.Id });
                Refused = texts["PlanRefused", ((ImportScenario.Result.Refused)result).Error.ToString()];
            }
        }
        catch (ValidationException e)
        {
            Refused = texts["PlanRefused", string.Join("; ", FieldProblems.Of(e).Select(p => texts[p.Text, p.Limit is { } limit ? Format.Number(limit) : ""].Value))];
        }

        ShowTemplates();
        return Page();
    }

    private void ShowTemplates() => Fields = catalogue.All
        .Select(t => new TemplateCard(t, t.ToScenario(Languages.OfTemplates)))
        .Where(c => Kind is null || c.Kinds.Contains(Kind))
        .GroupBy(c => c.Template.Field);
}

/// <summary>A template as it is offered: with the profit that its illustrative numbers give.</summary>
public sealed record TemplateCard(ScenarioTemplate Template, Scenario Scenario)
{
    public IReadOnlyList<string> Kinds => [.. Scenario.Segments.Select(s => RevenueKinds.Of(s.Revenue)).Distinct()];
}
