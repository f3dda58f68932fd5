using System.IO.Compression;
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

    // By shares, of some hundred bytes each.
    private readonly MemoryCache _estimates = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    public async Task<KnownShares> OfAsync(PlannerDb db, Guid model, CancellationToken cancellationToken)
    {
        // One model of one fingerprint errs alike, whoever's it is.
        var fingerprint = await db.IntentModels.Where(each => each.Id == model).Select(each => each.Fingerprint).SingleAsync(cancellationToken);
        var key = Convert.ToHexString(fingerprint);
        if (_kept.TryGetValue(key, out KnownShares? kept))
            return kept!;
        var bundle = await db.IntentModels.Where(each => each.Id == model).Select(each => each.Bundle).SingleAsync(cancellationToken);
        var errors = Errors(bundle is null ? Shipped(fingerprint) : Bundled(bundle));
        return _kept.Set(key, new KnownShares(key, errors, _estimates), new MemoryCacheEntryOptions { Size = 1 });
    }

    public void Dispose()
    {
        _kept.Dispose();
        _estimates.Dispose();
    }

    // An earlier version of the app may have shipped another model.
    private static HeldOutConfusion? Shipped(byte[] fingerprint)
    {
        var confusion = Path.Combine(ShippedModel.Folder, HeldOutConfusion.FileName);
        if (!File.Exists(confusion) || !ModelCatalogue.ShippedFingerprint.AsSpan().SequenceEqual(fingerprint))
            return null;
        using var stream = File.OpenRead(confusion);
        return JsonSerializer.Deserialize<HeldOutConfusion>(stream, Json);
    }

    private static HeldOutConfusion? Bundled(byte[] bundle)
    {
        using var zip = new ZipArchive(new MemoryStream(bundle));
        // Its folder may be in the file with it.
        if (zip.Entries.FirstOrDefault(entry => entry.Name == HeldOutConfusion.FileName) is not { } entry)
            return null;
        using var stream = entry.Open();
        return JsonSerializer.Deserialize<HeldOutConfusion>(stream, Json);
    }

    private static ConfusionCounts? Errors(HeldOutConfusion? confusion) =>
        confusion is null ? null : new ConfusionCounts([.. confusion.Labels, ConfusionCounts.None], confusion.Counts);
}
