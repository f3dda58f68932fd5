using ProfitPlanner.Application.Mail;

namespace ProfitPlanner.Testing;

/// <summary>Addresses from which a test reads what a mail's link would carry.</summary>
internal sealed class TestMailLinks : IMailLinks
{
    public Uri Confirm(Guid personId, string token, string? returnUrl) => Link($"confirm/{personId}/{Uri.EscapeDataString(token)}");

    public Uri Reset(Guid personId, string token) => Link($"reset/{personId}/{Uri.EscapeDataString(token)}");

    public Uri ForgotPassword() => Link("forgot");

    public Uri SignIn(string? returnUrl) => Link("sign-in");

    public Uri Invitation(string token) => Link($"invitation/{token}");

    public Uri Share(string token) => Link($"s/{token}");

    private static Uri Link(string path) => new($"https://planner.example/{path}");
}
