using System.Security.Cryptography;
using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Application.Transcripts.Recognition;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts;

/// <summary>The first rows of a file, masked, and who speaks in them.</summary>
internal sealed class FilePreview
{
    private const int Rows = 20;
    private const int MostSpeakers = 20;
    private const int LongestCell = 300;

    private readonly RecognisedFile _file;
    private readonly IReadOnlyList<IReadOnlyList<string?>> _rows;
    private readonly IReadOnlyList<ProposedSpeaker> _speakers;

    public FilePreview(IPersonalDataMask mask, byte[] key, RecognisedFile file, CancellationToken cancellationToken)
    {
        _file = file;
        var masks = new ConversationMasks(key);
        _speakers = ByFirst(file, key, masks);
        Speaker[] roles = [.. _speakers.Select(speaker => speaker.Speaker)];
        Reading = WithMaskedColumns(file.Reading, mask, key, cancellationToken) with
        {
            Speakers = _speakers.ToDictionary(speaker => speaker.Key, speaker => speaker.Speaker),
            Others = roles.Contains(Speaker.Customer) ? Speaker.Agent : Speaker.Customer,
        };
        _rows = Masked(file.Rows.Take(Rows), mask, masks, cancellationToken);
    }

    public FileReading Reading { get; }

    public FileProposal Proposal(Upload upload, Upload? same, IReadOnlyList<string> sources) => new(
        upload.Id, upload.FileName, upload.FileSize, upload.Format, upload.Source,
        [.. Reading.Columns.Select(column => new ProposedColumn(column.Name, column.Role))], _rows, _speakers, Reading.Others,
        same is null ? null : new SameFile(same.Id, same.FileName, same.State, same.CreatedAt), sources,
        Reading.Layout switch
        {
            RecordLayout.Rows => new ReadAs(Reading.Encoding, Reading.Divider, Reading.HasHeadings),
            RecordLayout.Sheet => new ReadAs(HasHeadings: Reading.HasHeadings),
            _ => new ReadAs(Reading.Encoding),
        });

    // Who says nothing of themselves: the first one is the customer, who has come with something.
    private static List<ProposedSpeaker> ByFirst(RecognisedFile file, byte[] key, ConversationMasks masks)
    {
        var index = file.Reading.IndexOf(ColumnRole.Speaker);
        if (index < 0)
            return [];
        var values = file.Rows.Select(row => row[index]?.Trim()).Where(value => !string.IsNullOrEmpty(value)).Select(value => value!).Distinct().Take(MostSpeakers).ToList();
        var isKnown = values.Exists(value => SpeakerWords.Of(value) == Speaker.Customer);
        var isAgentKnown = values.Exists(value => SpeakerWords.Of(value) == Speaker.Agent);
        return [.. values.Select((value, place) => SpeakerWords.Of(value) is { } speaker
            ? new ProposedSpeaker(SpeakerKeys.Of(value, key), value, speaker)
            : new ProposedSpeaker(SpeakerKeys.Of(value, key), masks.Placeholder("speaker", value), !isKnown && (isAgentKnown || place == 0) ? Speaker.Customer : Speaker.Agent))];
    }

    // A heading can be data, where there are no headings; so can a member's name in JSON.
    private static FileReading WithMaskedColumns(FileReading reading, IPersonalDataMask mask, byte[] key, CancellationToken cancellationToken)
    {
        var masks = new ConversationMasks(key);
        var masked = mask.Mask([.. reading.Columns.Select(column => new TurnToMask(column.Name, null, masks))], cancellationToken);
        var wayKey = reading.Layout is RecordLayout.Lines or RecordLayout.Elements ? RandomNumberGenerator.GetBytes(32) : null;
        HashSet<string> taken = [];
        ReadColumn[] columns = [.. reading.Columns.Select((column, i) =>
        {
            // A heading that is a known word is nobody's name, whatever the model takes 'region' for.
            var name = ColumnNames.Of(column.Name) is null ? masked[i] : column.Name;
            var own = name;
            for (var number = 2; own.Length > 0 && !taken.Add(own); number++)
                own = $"{name} {number}";
            return column with { Name = own, Way = wayKey is null || own == column.Name ? null : JsonRows.KeyedWay(column, wayKey) };
        })];
        return reading with { Columns = columns, WayKey = columns.Any(column => column.Way is not null) ? wayKey : null };
    }

    private List<IReadOnlyList<string?>> Masked(IEnumerable<string?[]> rows, IPersonalDataMask mask, ConversationMasks masks, CancellationToken cancellationToken)
    {
        var speaker = Reading.IndexOf(ColumnRole.Speaker);
        return [.. rows.Select(row =>
        {
            // What a cell stands under is what it answers to.
            var masked = mask.Mask([.. row.Select((cell, i) => new TurnToMask(Short(cell), Reading.Columns[i].Name, masks))], cancellationToken);
            return (IReadOnlyList<string?>)[.. masked.Select((cell, i) =>
                i == speaker && !string.IsNullOrWhiteSpace(row[i]) && SpeakerWords.Of(row[i]!) is null ? masks.Placeholder("speaker", row[i]!)
                : Reading.Columns[i].Role == ColumnRole.LeftOut && ColumnNames.IsPersonal(_file.Reading.Columns[i].Name) ? null
                : cell)];
        })];
    }

    private static string Short(string? cell) => cell is null ? "" : cell.Length <= LongestCell ? cell : cell.CutTo(LongestCell) + "…";
}
