using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing.Printing;

/// <summary>
/// Prints pages of this app with a Chromium: the one of the setting <c>Pdf:Chromium</c>, else an installed one. One at a
/// time, for each is a whole browser.
/// </summary>
public sealed class PdfPrinter(IConfiguration configuration, IServer server, ILogger<PdfPrinter> log) : IDisposable
{
    /// <summary>After this long a page has come to nothing.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly string[] Installed =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Whether there is a browser to print with.</summary>
    public bool IsThere => Chromium is not null;

    private string? Chromium => configuration["Pdf:Chromium"] is { Length: > 0 } given
        ? File.Exists(given) ? given : null
        : Installed.FirstOrDefault(File.Exists);

    /// <param name="path">Of a page of this app, with its query.</param>
    /// <returns>Null where there is no browser, its turn did not come, or it made nothing in time.</returns>
    public async Task<byte[]?> PrintAsync(string path, CancellationToken cancellationToken)
    {
        if (Chromium is not { } chromium || OwnAddress() is not { } address || !await _turn.WaitAsync(Longest, cancellationToken))
            return null;
        var folder = Directory.CreateTempSubdirectory("profitplanner-pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, "page.pdf");
            await RunAsync(chromium, folder.FullName, file, address + path, cancellationToken);
            return File.Exists(file) ? await File.ReadAllBytesAsync(file, cancellationToken) : null;
        }
        finally
        {
            _turn.Release();
            Remove(folder);
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task RunAsync(string chromium, string folder, string file, string address, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(chromium,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-first-run", "--ignore-certificate-errors", "--no-proxy-server",
            // As wide as the paper inside its margins, so that the pictures are drawn to fit it.
            "--window-size=718,1000", "--virtual-time-budget=10000", "--no-pdf-header-footer",
            $"--user-data-dir={folder}", $"--print-to-pdf={file}", address,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            // What it says is read, or it would wait to be heard.
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogWarning("A dashboard was not printed within {Seconds} seconds", Longest.TotalSeconds);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException e)
        {
            log.LogWarning(e, "What a browser left in {Folder} could not be removed", folder.FullName);
        }
    }

    // Where the app listens, from this machine; null where only behind a socket.
    private string? OwnAddress()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(BindingAddress.Parse).Where(each => !each.IsUnixPipe && !each.IsNamedPipe).ToList();
        if (addresses is not { Count: > 0 })
            return null;
        var address = addresses.Find(each => each.Scheme == Uri.UriSchemeHttp) ?? addresses[0];
        // Every address of the machine is also the machine's own.
        var isAny = address.Host is "*" or "+" or "0.0.0.0" || address.Host.StartsWith('[');
        return $"{address.Scheme}://{(isAny ? "localhost" : address.Host)}:{address.Port}";
    }
}
