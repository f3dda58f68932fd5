using System.Globalization;
using CsvHelper;
using ProfitPlanner.Intents.Tests;

namespace ProfitPlanner.Application.Tests.Privacy;

/// <summary>Questions to a bank, none of which has personal data: BANKING77 train.</summary>
internal static class BankingTexts
{
    public static IEnumerable<string> Read()
    {
        using var reader = new CsvReader(new StreamReader(Path.Combine(SharedData.Required(), "banking77", "train.csv")), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        while (reader.Read())
            yield return reader["text"]!;
    }
}
