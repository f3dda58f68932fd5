using ProfitPlanner.Application.Transcripts.Reading;

namespace ProfitPlanner.Application.Transcripts.Recognition;

/// <summary>Tells a chat log by its lines.</summary>
internal static class ChatRecognition
{
    private const int SampleLines = 400;

    /// <returns>Null where it is none.</returns>
    public static FileReading? Of(string text, FileReading reading)
    {
        List<string> lines = [.. text.Split(reading.LineEnd, SampleLines + 1).Take(SampleLines).Select(line => line.Trim())];
        List<string> said = [.. lines.Where(line => !ChatLine.IsDivider(line))];
        if (said.Count == 0)
            return null;
        var timed = said.Count(line => ChatLine.Of(line, isTimed: true) is { } at && at.Speaker != ChatLine.System);
        var named = said.Select(line => ChatLine.Of(line, isTimed: false)).OfType<ChatLine>().ToList();
        // What was said may go on over lines that name nobody.
        var isTimed = timed * 3 >= said.Count && timed * 2 >= named.Count;
        if (!isTimed && (named.Count * 2 < said.Count || !AreFew([.. named.Select(line => line.Speaker)])))
            return null;
        return reading with { Layout = RecordLayout.Chat, IsTimed = isTimed, HasBlocks = HasBlocks(lines, isTimed) };
    }

    // 'Note: …' once is no speaker; two who take turns are, and so are words for them.
    private static bool AreFew(string[] speakers) =>
        speakers.Distinct().Count() * 2 <= speakers.Length || speakers.Any(speaker => SpeakerWords.Of(speaker) is not null);

    // Blank lines between all messages are layout, not the ends of conversations.
    private static bool HasBlocks(List<string> lines, bool isTimed)
    {
        int blocks = 0, starts = 0;
        var isInBlock = false;
        foreach (var line in lines)
        {
            var isDivider = ChatLine.IsDivider(line);
            blocks += !isDivider && !isInBlock ? 1 : 0;
            isInBlock = !isDivider;
            starts += ChatLine.Of(line, isTimed) is not null ? 1 : 0;
        }
        return blocks > 1 && starts >= blocks * 3 / 2.0;
    }
}
