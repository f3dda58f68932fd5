using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using ProfitPlanner.Application;
using ProfitPlanner.Application.Demo;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Transcripts;
using ProfitPlanner.Web.Pages.Demand;
using ProfitPlanner.Web.Pages.Evidence;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Pages.Sharing.Viewing;

namespace ProfitPlanner.Web.Composition;

/// <summary>The composition root: what the app is made of, and how it starts.</summary>
internal static class WebHost
{
    /// <returns>The exit code: 0 after an orderly stop, 1 where it could not start, with one sentence on standard error.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.Services.GetRequiredService<Database>().StartAsync(CancellationToken.None);
            await app.FoundDemoAsync(CancellationToken.None);
            app.FillDemo();
            await app.StartAsync();
            if (app.Environment.IsDevelopment())
                Console.WriteLine($"ProfitPlanner is ready: open {string.Join(" or ", app.Urls)} (Ctrl+C stops it).");
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (StartException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"{e.Message.TrimEnd('.')}: stop the other program, or choose another port, as in: dotnet run --project src/ProfitPlanner.Web -- --urls http://localhost:5090");
            return 1;
        }
    }

    private static WebApplication Build(string[] args)
    {
        // What is published lies together, wherever it is started from; in a checkout pages' assets lie beside the project.
        var isPublished = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = isPublished ? AppContext.BaseDirectory : null });
        builder.AddObservability();
        builder.AddSecurity();
        builder.AddMail();
        builder.AddTraining();
        builder.Services.AddLanguages();
        builder.Services.AddSingleton<Database>();
        builder.Services.AddApplication(services => services.GetRequiredService<Database>().AppConnection);
        builder.Services.Configure<TranscriptLimits>(builder.Configuration.GetSection("Transcripts"));
        builder.Services.AddJobWorker();
        builder.Services.AddDemo(enabled: builder.Environment.IsDevelopment());
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<IActor, HttpActor>();
        builder.Services.AddScoped<ChangeWords>();
        builder.Services.AddScoped<InputWords>();
        builder.Services.AddScoped<EvidenceWords>();
        builder.Services.AddScoped<DemandWords>();
        builder.AddDashboards();
        builder.Services.AddRazorPages().AddMvcOptions(mvc =>
        {
            mvc.Filters.Add<RefusalFilter>();
            mvc.Filters.Add<OrganisationFilter>();
            mvc.Filters.Add<LastOrganisation>();
        }).AddViewLocalization();
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("postgres", tags: ["ready"]);

        var app = builder.Build();
        app.UseSecurity();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRouting();
        app.UseRequestLog();
        app.UseLanguages();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapLanguageSwitch();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
        // Open to all: an address that leads nowhere would otherwise lead to the sign-in page.
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
        return app;
    }
}
