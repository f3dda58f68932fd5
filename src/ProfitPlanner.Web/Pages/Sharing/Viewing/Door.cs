using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>Why a door is shut must not show in how long the answer takes: every answer comes at the same time after the request.</summary>
internal static class Door
{
    // Longer than looking a link up and checking a passcode take.
    private static readonly TimeSpan Answers = TimeSpan.FromMilliseconds(400);

    public static async Task WaitAsync(HttpContext context)
    {
        var begun = context.Features.Get<IHttpActivityFeature>()?.Activity.StartTimeUtc ?? DateTime.UtcNow;
        var left = Answers - (DateTime.UtcNow - begun);
        if (left > TimeSpan.Zero)
            await Task.Delay(left, context.RequestAborted);
    }
}
