namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>An answer that is a CSV file, written as it is read from the database.</summary>
internal static class Download
{
    public static void Begin(HttpResponse response, string fileName)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename={fileName}";
    }
}
