using System.IO.Compression;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Application.Models;

/// <summary>Reads the classifier of a stored model.</summary>
internal static class StoredClassifier
{
    /// <param name="bundle">See <see cref="Data.Demand.IntentModel.Bundle"/>; null for the model that ships.</param>
    /// <exception cref="InvalidDataException">It cannot be read: a sentence.</exception>
    public static IntentClassifier Load(byte[]? bundle)
    {
        if (bundle is null)
            return ShippedModel.Load();
        var folder = Directory.CreateTempSubdirectory("profitplanner-model-");
        try
        {
            using (var zip = new MemoryStream(bundle))
                ZipFile.ExtractToDirectory(zip, folder.FullName);
            return IntentClassifier.Load(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
