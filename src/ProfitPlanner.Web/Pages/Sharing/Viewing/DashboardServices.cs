using ProfitPlanner.Web.Pages.Sharing.Viewing.Printing;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

internal static class DashboardServices
{
    /// <summary>What shared dashboards are shown and printed with.</summary>
    public static void AddDashboards(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DashboardWords>();
        builder.Services.AddScoped<DashboardCharts>();
        builder.Services.AddSingleton<PrintTickets>();
        builder.Services.AddSingleton<PdfPrinter>();
    }
}
