using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests;

/// <summary>
/// The whole app, as Program starts it, on a free port over a database of one test class; and the use cases over the
/// same database, to say what is given.
/// </summary>
public sealed class WebApp(TestPostgres postgres) : Planner, IAsyncLifetime
{
    private Host? _host;

    /// <summary>Where the app listens, as in <c>http://localhost:40123/</c>.</summary>
    public Uri Address { get; private set; } = new("http://nowhere.example");

    public async ValueTask InitializeAsync()
    {
        Start(await postgres.CreateDatabaseAsync(), TimeProvider.System);
        _host = new Host(Database);
        _host.UseKestrel(0);
        _host.StartServer();
        Address = new UriBuilder(_host.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
    }

    /// <summary>A browser without a page: cookies, no redirects followed.</summary>
    public HttpClient Client(string? language = null)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Address };
        if (language is not null)
            client.DefaultRequestHeaders.Add("Accept-Language", language);
        return client;
    }

    /// <summary>Every page of the app with its handlers.</summary>
    public async Task<IReadOnlyList<CompiledPageActionDescriptor>> PagesAsync()
    {
        var services = _host!.Services;
        var loader = services.GetRequiredService<PageLoader>();
        var pages = new List<CompiledPageActionDescriptor>();
        foreach (var page in services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
            pages.Add(await loader.LoadAsync(page, EndpointMetadataCollection.Empty));
        return pages;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        await StopAsync();
    }

    private sealed class Host(TestDatabase database) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("ConnectionStrings:Postgres", database.AppConnection);
            builder.UseSetting("Demo:Conversations", "false");
            builder.UseSetting("Pdf:Chromium", Environment.GetEnvironmentVariable(Browser.Variable));
            // Models of tests need not be good.
            builder.UseSetting("Training:Arguments", "--config tiny --epochs 3");
        }
    }
}
