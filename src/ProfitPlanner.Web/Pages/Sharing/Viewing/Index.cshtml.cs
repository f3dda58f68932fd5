using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProfitPlanner.Application.Sharing;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>The dashboard; or its door, which looks the same whatever keeps it shut.</summary>
[AllowAnonymous]
public sealed class IndexModel(IMediator mediator) : DashboardPageModel(mediator)
{
    /// <summary>What was tried at the door, to be kept in its fields.</summary>
    public DoorForm Tried { get; private set; } = new(false, false, null, null);

    protected override bool BeginsVisit => true;

    public void OnGet()
    {
    }

    /// <summary>The door is open already.</summary>
    public IActionResult OnPost() => Redirect(Request.Path);

    protected override async Task<IActionResult> ShutAsync()
    {
        if (HttpMethods.IsPost(Request.Method) && await TryAsync(await Request.ReadFormAsync(HttpContext.RequestAborted)) is { } key)
        {
            ShareKey.Keep(HttpContext, Token, key);
            return Redirect(Request.Path);
        }
        await Door.WaitAsync(HttpContext);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    private async Task<string?> TryAsync(IFormCollection form)
    {
        string? Of(string field) => form[field].ToString() is { Length: > 0 } typed ? typed : null;
        var (passcode, email, code) = (Of("passcode"), Of("email"), Of("code"));
        if (form.ContainsKey("send"))
        {
            await Mediator.Send(new SendDoorCode.Command(Token, passcode, email), HttpContext.RequestAborted);
            Tried = new DoorForm(HasAsked: true, HasTried: false, passcode, email);
            return null;
        }
        Tried = new DoorForm(HasAsked: false, HasTried: true, Passcode: null, email);
        return await Mediator.Send(new PassDoor.Command(Token, passcode, email, code), HttpContext.RequestAborted);
    }
}

/// <param name="HasAsked">For a code.</param>
/// <param name="HasTried">To come in, in vain.</param>
public sealed record DoorForm(bool HasAsked, bool HasTried, string? Passcode, string? Email);
