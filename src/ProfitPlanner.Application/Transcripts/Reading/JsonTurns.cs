using System.Text.Json;

namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>One turn of a JSON record: an element whose members are columns, or what an export's own shape says it is.</summary>
internal readonly record struct JsonTurn(JsonElement? Element, string? Time = null, string? Speaker = null, string? Text = null);

/// <summary>
/// What was said, out of the exports of Zendesk (tickets with comments), Intercom and Chatwoot (conversations), and out of
/// any array of turns. What support wrote for itself, not to the customer, is left out.
/// </summary>
internal static class JsonTurns
{
    /// <summary>Columns of an export's own shape.</summary>
    public const string Time = "time";

    public const string Speaker = "speaker";
    public const string Text = "text";

    private const string Customer = "customer";
    private const string Agent = "agent";
    private const string Bot = "bot";

    public static IEnumerable<JsonTurn> Of(JsonElement record, TurnShape shape, string? member) => shape switch
    {
        TurnShape.Zendesk => Zendesk(record),
        TurnShape.Intercom => Intercom(record),
        TurnShape.Chatwoot => Chatwoot(record),
        TurnShape.Array => Items(record, member!).Where(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array).Select(item => new JsonTurn(item)),
        _ => [new JsonTurn(null)],
    };

    private static IEnumerable<JsonTurn> Zendesk(JsonElement ticket)
    {
        var requester = Value(ticket, "requester_id");
        var comments = Items(ticket, "comments");
        if (comments.Length == 0 && Value(ticket, "description") is { Length: > 0 } description)
            yield return new JsonTurn(null, Value(ticket, "created_at"), Customer, description);
        foreach (var comment in comments)
        {
            if (comment.ValueKind != JsonValueKind.Object || Value(comment, "public") == "false")
                continue;
            var text = Value(comment, "plain_body") ?? Value(comment, "body") ?? Stripped(Value(comment, "html_body"));
            var isCustomer = requester is not null && Value(comment, "author_id") == requester;
            if (!string.IsNullOrWhiteSpace(text))
                yield return new JsonTurn(null, Value(comment, "created_at"), isCustomer ? Customer : Agent, text);
        }
    }

    private static IEnumerable<JsonTurn> Intercom(JsonElement conversation)
    {
        if (Member(conversation, "source") is { ValueKind: JsonValueKind.Object } source && Stripped(Value(source, "body")) is { Length: > 0 } first)
            yield return new JsonTurn(null, Value(conversation, "created_at"), IntercomSpeaker(source), first);
        var parts = Member(conversation, "conversation_parts") is { ValueKind: JsonValueKind.Object } holder
            ? Items(holder, "conversation_parts")
            : Items(conversation, "conversation_parts");
        foreach (var part in parts)
        {
            if (part.ValueKind == JsonValueKind.Object && Value(part, "part_type") is not "note" && Stripped(Value(part, "body")) is { Length: > 0 } text)
                yield return new JsonTurn(null, Value(part, "created_at"), IntercomSpeaker(part), text);
        }
    }

    private static string IntercomSpeaker(JsonElement part) =>
        Member(part, "author") is { ValueKind: JsonValueKind.Object } author
            ? Value(author, "type") switch
            {
                "user" or "lead" or "contact" => Customer,
                "bot" => Bot,
                _ => Agent,
            }
            : Agent;

    private static IEnumerable<JsonTurn> Chatwoot(JsonElement conversation)
    {
        // A list of messages holds the messages themselves.
        var messages = Member(conversation, "messages") is { ValueKind: JsonValueKind.Array } ? Items(conversation, "messages") : [conversation];
        foreach (var message in messages)
        {
            if (message.ValueKind != JsonValueKind.Object || Value(message, "private") == "true" || string.IsNullOrWhiteSpace(Value(message, "content")))
                continue;
            var speaker = Value(message, "message_type") switch
            {
                "0" or "incoming" => Customer,
                "1" or "outgoing" => Value(message, "sender_type") is "AgentBot" or "agent_bot" ? Bot : Agent,
                _ => Bot,
            };
            yield return new JsonTurn(null, Value(message, "created_at"), speaker, Value(message, "content"));
        }
    }

    private static string? Stripped(string? html) => html is null ? null : HtmlText.Strip(html);

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Value(JsonElement element, string name) => Member(element, name) is { } member ? JsonRows.Cell(member) : null;

    private static JsonElement[] Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];
}
