using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using ProfitPlanner.Data;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Application.Demand;

/// <summary>What is known of each model's errors, with what their correction needs: read and drawn once, and kept for the next page.</summary>
internal sealed class ShareCorrections : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // A few megabytes each.
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = 16 });

    /// <returns>The errors are null, and the shares as they are counted, of a model that nobody has measured.</returns>
    public async Task<(ConfusionCounts? Errors, ShareCorrection Shares)> OfAsync(PlannerDb db, Guid model, CancellationToken cancellationToken)
    {
        // One model of one fingerprint errs alike, whoever's it is.
        var fingerprint = await db.IntentModels.Where(each => each.Id == model).Select(each => each.Fingerprint).SingleAsync(cancellationToken);
        var key = Convert.ToHexString(fingerprint);
        if (_kept.TryGetValue(key, out (ConfusionCounts?, ShareCorrection) kept))
            return kept;
        var bundle = await db.IntentModels.Where(each => each.Id == model).Select(each => each.Bundle).SingleAsync(cancellationToken);
        var errors = Errors(bundle is null ? Shipped(fingerprint) : Manifested(bundle));
        return _kept.Set(key, (errors, new ShareCorrection(errors)), new MemoryCacheEntryOptions { Size = 1 });
    }

    public void Dispose() => _kept.Dispose();

    // An earlier version of the app may have shipped another model.
    private static byte[]? Shipped(byte[] fingerprint)
    {
        var path = Path.Combine(ShippedModel.Folder, Manifest.FileName);
        if (!File.Exists(path))
            return null;
        var manifest = File.ReadAllBytes(path);
        return SHA256.HashData(manifest).AsSpan().SequenceEqual(fingerprint) ? manifest : null;
    }

    private static byte[]? Manifested(byte[] bundle)
    {
        using var zip = new ZipArchive(new MemoryStream(bundle));
        if (zip.GetEntry(Manifest.FileName) is not { } entry)
            return null;
        using var stream = entry.Open();
        using var manifest = new MemoryStream();
        stream.CopyTo(manifest);
        return manifest.ToArray();
    }

    private static ConfusionCounts? Errors(byte[]? manifest)
    {
        if (manifest is null)
            return null;
        using var document = JsonDocument.Parse(manifest);
        return document.RootElement.TryGetProperty("confusion", out var confusion) ? confusion.Deserialize<ConfusionCounts>(Json) : null;
    }
}
