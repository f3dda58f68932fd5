namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>An answer that is a CSV file, written as it is read from the database.</summary>
internal static class Download
{
    /// <summary>Calls the answer a file once it begins, unless it is a refusal by then.</summary>
    public static void Begin(HttpResponse response, string fileName) => response.OnStarting(() =>
    {
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            response.ContentType = "text/csv; charset=utf-8";
            response.Headers.ContentDisposition = $"attachment; filename={fileName}";
        }
        return Task.CompletedTask;
    });
}
