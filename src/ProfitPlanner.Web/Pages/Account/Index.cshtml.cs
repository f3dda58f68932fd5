using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Web.Composition;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Account;

/// <summary>A person's own account.</summary>
[EnableRateLimiting(Security.AccountLimit)]
public sealed class IndexModel(IMediator mediator, SignInCookie cookie, IActor actor, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public NameForm Name { get; set; } = new();

    [BindProperty]
    public PasswordForm Password { get; set; } = new();

    public OpenAccount.Result Account { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Name.DisplayName = Account.DisplayName;
    }

    public async Task<IActionResult> OnPostNameAsync(CancellationToken cancellationToken)
    {
        var command = new ChangeDisplayName.Command(Name.DisplayName);
        if (!await ModelState.AcceptsAsync(texts, () => mediator.Send(command, cancellationToken), nameof(Name)))
        {
            await LoadAsync(cancellationToken);
            return Page();
        }

        return await SavedAsync("DisplayName.Changed");
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancellationToken)
    {
        var result = ChangePassword.Result.Changed;
        var command = new ChangePassword.Command(Password.CurrentPassword, Password.NewPassword, CultureInfo.CurrentUICulture);
        var accepted = await ModelState.AcceptsAsync(
            texts, async () => result = await mediator.Send(command, cancellationToken), nameof(Password));
        if (accepted && result == ChangePassword.Result.Changed)
            return await SavedAsync("Password.Changed");

        if (result == ChangePassword.Result.WrongPassword)
            ModelState.AddModelError($"{nameof(Password)}.{nameof(PasswordForm.CurrentPassword)}", texts["CurrentPassword.Wrong"]);
        await LoadAsync(cancellationToken);
        Name.DisplayName = Account.DisplayName;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Account = await mediator.Send(new OpenAccount.Query(), cancellationToken);

    private async Task<IActionResult> SavedAsync(string notice)
    {
        await cookie.RenewAsync(actor.PersonId!.Value);
        TempData["Notice"] = texts[notice].Value;
        return RedirectToPage();
    }

    public sealed class NameForm
    {
        public string? DisplayName { get; set; }
    }

    public sealed class PasswordForm
    {
        public string? CurrentPassword { get; set; }

        public string? NewPassword { get; set; }
    }
}
