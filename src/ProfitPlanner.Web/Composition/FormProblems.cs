using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace ProfitPlanner.Web.Composition;

/// <summary>Puts what a use case finds wrong with a form beside the form's fields.</summary>
internal static class FormProblems
{
    /// <summary>
    /// Sends a use case. Where it refuses the request's shape, each message stands at the field of the same name; the
    /// text is the one named <c>Field.ErrorCode</c>, its place 0 filled with the limit that was crossed.
    /// </summary>
    /// <param name="form">Prefix of the fields' names, where a page has several forms.</param>
    /// <returns>False where something is wrong.</returns>
    public static async Task<bool> AcceptsAsync(this ModelStateDictionary state, IStringLocalizer texts, Func<Task> send, string? form = null)
    {
        try
        {
            await send();
            return true;
        }
        catch (ValidationException refused)
        {
            foreach (var failure in refused.Errors)
            {
                // None where a use case says itself what is wrong.
                var limits = failure.FormattedMessagePlaceholderValues ?? [];
                var limit = limits.GetValueOrDefault("MinLength") is > 0 and var shortest ? shortest : limits.GetValueOrDefault("MaxLength");
                state.AddModelError(
                    form is null ? failure.PropertyName : $"{form}.{failure.PropertyName}",
                    texts[$"{failure.PropertyName}.{failure.ErrorCode}", limit ?? ""]);
            }

            return false;
        }
    }
}
