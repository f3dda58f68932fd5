using System.Globalization;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts.Importing;

/// <summary>Makes turns of rows by what their columns hold.</summary>
internal sealed class TurnReader
{
    /// <summary>The longest text of a turn [characters]: nobody says more at once, and a pasted log is no demand.</summary>
    public const int LongestText = 32_000;

    /// <summary>The longest label [characters], masked or not.</summary>
    public const int LongestLabel = 100;

    private const int LongestValue = 200;

    private readonly Upload _upload;
    private readonly FileReading _reading;
    private readonly int _conversation, _number, _time, _speaker, _text, _language, _label;
    private readonly (int Index, string Name)[] _attributes;
    private readonly Dictionary<string, PartConversation> _byNumber = [];
    private readonly Dictionary<long, PartConversation> _byPlace = [];
    private readonly List<PartConversation> _conversations = [];
    private readonly List<PartTurn> _turns = [];
    private readonly Dictionary<string, Speaker> _speakers = [];

    public TurnReader(Upload upload, FileReading reading)
    {
        (_upload, _reading) = (upload, reading);
        _conversation = reading.IndexOf(ColumnRole.Conversation);
        _number = reading.IndexOf(ColumnRole.TurnNumber);
        _time = reading.IndexOf(ColumnRole.Time);
        _speaker = reading.IndexOf(ColumnRole.Speaker);
        _text = reading.IndexOf(ColumnRole.Text);
        _language = reading.IndexOf(ColumnRole.Language);
        _label = reading.IndexOf(ColumnRole.Label);
        _attributes = [.. reading.Columns.Select((column, index) => (index, AttributeNames.Of(column))).Where(attribute => attribute.Item2 is not null)!];
    }

    public IReadOnlyCollection<PartConversation> Conversations => _conversations;

    public IReadOnlyList<PartTurn> Turns => _turns;

    /// <param name="place">Tells conversations without a number apart.</param>
    /// <returns>What is wrong with it; null where it is a turn.</returns>
    public string? Read(string?[] row, long place)
    {
        if (Cell(row, _text) is not { } text)
            return RecordProblem.NoText;
        if (text.Length > LongestText)
            return RecordProblem.TextTooLong;
        DateTimeOffset? at = null;
        if (Cell(row, _time) is { } time)
        {
            if (!Times.TryRead(time, _reading.IsDayFirst, out var read))
                return RecordProblem.NotATime;
            at = read;
        }
        int? number = null;
        if (Cell(row, _number) is { } counted)
        {
            if (!decimal.TryParse(counted, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parsed) || parsed != decimal.Truncate(parsed) || parsed >= int.MaxValue)
                return RecordProblem.NotATurnNumber;
            number = (int)parsed;
        }

        var conversation = Conversation(Cell(row, _conversation), place);
        if (number is { } own && !conversation.Numbers.Add(own))
            return RecordProblem.SameTurnNumber;
        if (at is not null && !(conversation.StartedAt <= at))
            conversation.StartedAt = at;
        conversation.Language ??= Languages.Of(Cell(row, _language));
        foreach (var (index, name) in _attributes)
        {
            if (Cell(row, index) is { } value)
                conversation.Attributes.TryAdd(name, value.CutTo(LongestValue));
        }
        _turns.Add(new PartTurn(conversation, number, SpeakerOf(Cell(row, _speaker)), at, text, Cell(row, _label) is { } label ? label.CutTo(LongestLabel) : null));
        return null;
    }

    private static string? Cell(string?[] row, int index) => index < 0 || row[index]?.Trim() is not { Length: > 0 } value ? null : value;

    private PartConversation Conversation(string? number, long place)
    {
        if (number is not null && _byNumber.TryGetValue(number, out var found) || number is null && _byPlace.TryGetValue(place, out found))
            return found;
        var id = number is null
            ? ConversationIds.Of(_upload.OrganisationId, _upload.Id, place)
            : ConversationIds.Of(_upload.OrganisationId, _upload.Source, number);
        found = new PartConversation(id, number?.Length <= LongestValue ? number : null);
        if (number is null)
            _byPlace.Add(place, found);
        else
            _byNumber.Add(number, found);
        _conversations.Add(found);
        return found;
    }

    private Speaker SpeakerOf(string? value)
    {
        // Where no column says who speaks it is the customers, whose words these are.
        if (value is null)
            return _speaker < 0 ? Speaker.Customer : _reading.Others;
        if (!_speakers.TryGetValue(value, out var speaker))
        {
            speaker = _reading.Speakers.TryGetValue(SpeakerKeys.Of(value, _upload.MaskKey!), out var chosen) ? chosen : SpeakerWords.Of(value) ?? _reading.Others;
            _speakers.Add(value, speaker);
        }
        return speaker;
    }
}
