namespace ProfitPlanner.Cli.Tests;

/// <summary>Plan files.</summary>
internal static class Plans
{
    /// <summary>The worked example of docs/command-line.md: P = 2,000 · 70 − 100,000 = 40,000.</summary>
    public const string Example =
        """
        { "name": "Customer service", "currency": "CNY", "period": "month", "fixedCost": 100000,
          "segments": [ { "name": "All", "potentialCustomers": 10000, "conversion": 0.2, "price": 100, "variableCost": 30, "retentionCost": 0 } ] }
        """;

    /// <summary>Something of everything, written in names.</summary>
    public const string Everything =
        """
        {
          "name": "全部", "currency": "EUR", "notes": "Two\nlines",
          "fixedCost": { "distribution": "triangular", "low": 80000, "mode": 100000, "high": 130000 },
          "segments": [
            { "name": "All", "potentialCustomers": 10000, "demand": { "kind": "logit", "intercept": 2, "slope": -0.04 },
              "price": { "distribution": "normal", "mean": 100, "sd": 5 }, "variableCost": 30,
              "priceRange": { "lowest": 50, "highest": 200 },
              "lifecycle": { "churn": 0.03, "priceChanges": [ { "month": 5, "price": 120 } ] } },
            { "name": "Big / small", "potentialCustomers": { "distribution": "quantiles", "p10": 50, "p50": 100, "p90": 300 },
              "conversion": { "distribution": "beta", "alpha": 20, "beta": 80 },
              "revenue": { "kind": "perVolume", "unitsPerCustomer": 1000, "mode": "graduated",
                "tiers": [ { "upTo": 100, "unitPrice": 1 }, { "unitPrice": 0.5 } ] } }
          ],
          "capacities": [ { "name": "Desk", "limit": 1000, "segments": [ "All" ] } ],
          "correlations": [
            { "first": "fixedCost", "second": "segments/All/price", "rank": 0.4 },
            { "first": "segments/Big / small/conversion", "second": "segments/All/price", "rank": -0.2 } ],
          "projection": { "start": "2026-01-01",
            "channels": [ { "name": "Ads", "segment": "All", "reach": 1000, "conversion": 0.02, "costPerContact": { "distribution": "uniform", "low": 1, "high": 2 } } ],
            "costLines": [ { "kind": "hiring", "name": "Developer", "monthlyCost": 5000 } ],
            "fundingRounds": [ { "name": "Seed", "amount": 100000 } ] },
          "actuals": [ { "month": "2026-01-01", "revenue": 5 } ],
          "experiments": [ { "name": "Survey", "input": "segments/Big / small/conversion", "sampleSize": 200, "cost": 100 } ],
          "provenance": { "segments/All/price": { "kind": "guess", "reason": "Asked three." } }
        }
        """;

    /// <summary>A plan whose only segment has these members beside its name.</summary>
    public static string WithSegment(string members) =>
        $$"""{ "name": "Plan", "currency": "EUR", "segments": [ { "name": "All", {{members}} } ] }""";

    /// <summary>A plan with these members beside a sound segment.</summary>
    public static string With(string members) =>
        $$"""{ "name": "Plan", "currency": "EUR", "segments": [ { "name": "All", "potentialCustomers": 10, "conversion": 1, "price": 3 } ], {{members}} }""";
}
