using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Application.Demand;

/// <summary>What a model is known to get wrong: the <c>confusion.json</c> of its bundle.</summary>
internal static class ModelErrors
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <returns>Null of a model that nobody has measured, and of one that is here no more.</returns>
    public static async Task<ConfusionCounts?> ErrorsOfAsync(this PlannerDb db, Guid model, CancellationToken cancellationToken)
    {
        var stored = await db.IntentModels.Where(each => each.Id == model).Select(each => new { each.Bundle, each.Fingerprint }).SingleAsync(cancellationToken);
        var file = stored.Bundle is { } bundle ? Zipped(bundle) : Shipped(stored.Fingerprint);
        if (file is null)
            return null;
        var confusion = JsonSerializer.Deserialize<HeldOutConfusion>(file, Json)!;
        return new ConfusionCounts([.. confusion.Labels, ConfusionCounts.None], confusion.Counts);
    }

    private static byte[]? Zipped(byte[] bundle)
    {
        using var zip = new ZipArchive(new MemoryStream(bundle));
        if (zip.GetEntry(HeldOutConfusion.FileName) is not { } entry)
            return null;
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    // An earlier version of the app may have shipped another model.
    private static byte[]? Shipped(byte[] fingerprint)
    {
        var manifest = Path.Combine(ShippedModel.Folder, Manifest.FileName);
        var confusion = Path.Combine(ShippedModel.Folder, HeldOutConfusion.FileName);
        return File.Exists(manifest) && File.Exists(confusion) && SHA256.HashData(File.ReadAllBytes(manifest)).AsSpan().SequenceEqual(fingerprint)
            ? File.ReadAllBytes(confusion)
            : null;
    }
}
