using ProfitPlanner.Application.Mail;

namespace ProfitPlanner.Web.Composition;

/// <summary>
/// Addresses of our pages for mails, under the configured <c>PublicAddress</c>. Only in development may the request
/// say what the site is called: whoever sends one could otherwise have somebody's password link lead elsewhere.
/// </summary>
internal sealed class MailLinks(LinkGenerator links, IHttpContextAccessor accessor, IConfiguration configuration) : IMailLinks
{
    public Uri Confirm(Guid personId, string token, string? returnUrl) => To("/Account/Confirm", new { person = personId, token, returnUrl });

    public Uri Reset(Guid personId, string token) => To("/Account/Reset", new { person = personId, token });

    public Uri ForgotPassword() => To("/Account/Forgot", null);

    public Uri SignIn(string? returnUrl) => To("/Account/SignIn", new { returnUrl });

    public Uri Invitation(string token) => To("/Organisations/Invitation", new { token });

    public Uri Share(string token) => To("/Sharing/Viewing/Index", new { token });

    /// <summary>Where people reach the site; null where it is not configured or no address.</summary>
    public static Uri? PublicAddress(IConfiguration configuration) =>
        Uri.TryCreate(configuration["PublicAddress"], UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private Uri To(string page, object? values)
    {
        var site = PublicAddress(configuration) ?? Requested();
        var uri = links.GetUriByPage(
            page, handler: null, values, site.Scheme, HostString.FromUriComponent(site), site.AbsolutePath.TrimEnd('/'));
        return new Uri(uri ?? throw new InvalidOperationException($"There is no page {page}."));
    }

    private Uri Requested()
    {
        var request = accessor.HttpContext?.Request ?? throw new InvalidOperationException("Outside a request PublicAddress must be configured.");
        return new Uri($"{request.Scheme}://{request.Host}{request.PathBase}");
    }
}
