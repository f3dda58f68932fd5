using System.Globalization;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Evidence;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Testing;

public static class Evidence
{
    /// <summary>A proposal that waits: 14 % (11 to 17 %) of 1,240 conversations ask what it costs.</summary>
    /// <param name="before">The number when it was proposed.</param>
    public static async Task<Guid> GivenEvidenceAsync(this Planner planner, GivenOrganisation organisation, Guid scenario, string path, decimal before, string segment = "SMB")
    {
        var item = new EvidenceItem
        {
            OrganisationId = organisation.Id,
            ScenarioId = scenario,
            Path = path,
            Signal = $$"""
                {
                  "signal": {
                    "intents": [{ "key": "fees_and_pricing", "name": "Fees and pricing", "nameZh": "费用与价格" }],
                    "segment": { "id": "0197a000-0000-7000-8000-0000000000aa", "name": "{{segment}}" }, "from": "2026-01-01", "to": "2026-03-01", "months": 3,
                    "model": "0197a000-0000-7000-8000-0000000000bb", "modelNumber": 2, "conversations": 1240, "priceWords": 31,
                    "share": { "label": "fees_and_pricing", "given": 186, "plain": 0.15, "plainLow": 0.131, "plainHigh": 0.171, "corrected": 0.14, "low": 0.11, "high": 0.17 },
                    "isCorrected": true
                  },
                  "assumptions": { "takers": 1, "contactRate": 0.1 }
                }
                """,
            Proposal = """{ "distribution": "beta", "alpha": 71.8, "beta": 441.2 }""",
            Before = before.ToString(CultureInfo.InvariantCulture),
            ProposedBy = organisation.Owner.Id,
            ProposedAt = DateTimeOffset.UtcNow,
        };
        await using var db = planner.Database.AsOwner();
        db.Add(item);
        await db.SaveChangesAsync();
        return item.Id;
    }

    /// <summary>A conversation more, of which nobody knows when it was.</summary>
    public static async Task GivenUndatedAsync(this Planner planner, GivenOrganisation organisation, Guid model, Guid upload)
    {
        var conversation = new Conversation { OrganisationId = organisation.Id, Id = Guid.NewGuid(), Attributes = [], Turns = 1 };
        await using var db = planner.Database.AsOwner();
        db.AddRange(
            conversation,
            new UploadedConversation { OrganisationId = organisation.Id, UploadId = upload, ConversationId = conversation.Id, Turns = 1 },
            new ConversationIntent { OrganisationId = organisation.Id, ModelId = model, ConversationId = conversation.Id, Intent = null, Confidence = 0.5f, Mentioned = [], PriceWords = [] });
        await db.SaveChangesAsync();
    }
}
