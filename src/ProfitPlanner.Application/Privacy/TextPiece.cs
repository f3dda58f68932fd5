using System.Text;
using ProfitPlanner.Application.Privacy.Rules;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Application.Privacy;

/// <summary>A turn, or a piece of a long one, on its way to being masked.</summary>
internal sealed class TextPiece
{
    // A text of a megabyte is no turn; its pieces cost as much as turns do.
    private const int LongestPiece = 8_000;

    private readonly string? _before;
    private readonly RuleText _read;
    private readonly IReadOnlyList<(int Start, int End)> _kept;
    private readonly List<PersonalSpan> _found;

    private ModelReading? _reading;

    private TextPiece(string text, string? before)
    {
        (Text, _before) = (text, before);
        _read = new RuleText(text, before);
        _kept = Placeholders.In(text);
        _found = PersonalDataRules.Find(_read);
        // A text with placeholders was masked before, by the model, too.
        NeedsModel = _kept.Count == 0 && ModelSpans.IsNeeded(_read);
    }

    public string Text { get; }

    /// <summary>Whether the model may see what the rules do not.</summary>
    public bool NeedsModel { get; }

    /// <summary>The pieces of a text; together they are the text.</summary>
    public static List<TextPiece> Of(string text, string? before)
    {
        if (text.Length <= LongestPiece)
            return [new TextPiece(text, before)];
        var pieces = new List<TextPiece>();
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(text.Length, start + LongestPiece);
            if (end < text.Length)
                end = CutBefore(text, start, end);
            pieces.Add(new TextPiece(text[start..end], start == 0 ? before : null));
            start = end;
        }
        return pieces;
    }

    /// <summary>What the model reads of it.</summary>
    public Utterance ForModel()
    {
        _reading = new ModelReading(_read, _found);
        return new Utterance(_reading.Text, _before is null ? null : ModelReading.Of(_before));
    }

    /// <summary>Adds what the model finds to what the rules have found.</summary>
    public void Add(IReadOnlyList<WordProbabilities> words, IReadOnlyList<string> labels) => ModelSpans.Add(_read, _reading!, words, labels, _found);

    /// <summary>What is masked of the text as it came.</summary>
    public List<PersonalSpan> Spans()
    {
        // What the rules know for sure, then the model, then numbers of which the rules do not know what they are.
        var ordered = _found.Exists(span => span.Kind == PersonalKind.Number) ? [.. _found.OrderBy(span => span.Kind == PersonalKind.Number)] : _found;
        return PersonalSpans.Settle(Text, ordered, _kept);
    }

    /// <summary>The text with placeholders.</summary>
    public string Mask(ConversationMasks masks)
    {
        var masked = Replace(Text, _read, Spans(), masks);
        // A placeholder in a text can make the rules see more: until they see nothing more, so that masking again changes nothing.
        while (!ReferenceEquals(masked, Text))
        {
            var read = new RuleText(masked, _before);
            var again = Replace(masked, read, PersonalSpans.Settle(masked, PersonalDataRules.Find(read), Placeholders.In(masked)), masks);
            if (ReferenceEquals(again, masked))
                break;
            masked = again;
        }
        return masked;
    }

    private static string Replace(string text, RuleText read, List<PersonalSpan> spans, ConversationMasks masks)
    {
        // Which words are of a name that was said before; those of this text are not looked for again.
        var names = masks.HasNames ? KnownNames(read, spans, masks) : [];
        if (spans.Count == 0 && names.Count == 0)
            return text;
        var masked = new StringBuilder(text.Length);
        var (place, name) = (0, 0);
        foreach (var span in spans)
        {
            AppendNames(span.Start);
            masked.Append(text, place, span.Start - place).Append(masks.Placeholder(span.Kind, text[span.Start..span.End]));
            place = span.End;
        }
        AppendNames(text.Length);
        return masked.Append(text, place, text.Length - place).ToString();

        void AppendNames(int until)
        {
            for (; name < names.Count && names[name].Word.Start < until; name++)
            {
                masked.Append(text, place, names[name].Word.Start - place).Append(names[name].Placeholder);
                place = names[name].Word.End;
            }
        }
    }

    private static List<(RuleWord Word, string Placeholder)> KnownNames(RuleText read, List<PersonalSpan> spans, ConversationMasks masks)
    {
        var known = new List<(RuleWord, string)>();
        var span = 0;
        spans = [.. Placeholders.In(read.Text).Select(kept => new PersonalSpan(kept.Start, kept.End, "")).Concat(spans).OrderBy(taken => taken.Start)];
        for (var i = 0; i < read.Count; i++)
        {
            while (span < spans.Count && spans[span].End <= read[i].Start)
                span++;
            if (!read[i].IsAlphabetic || (read.IsOrdinary(i) && !read.IsCapitalised(i)) || (span < spans.Count && spans[span].Start < read[i].End))
                continue;
            if (masks.NameOf(read.Word(i)) is { } placeholder)
                known.Add((read[i], placeholder));
        }
        return known;
    }

    // Between words where there are any, never within a pair of surrogates.
    private static int CutBefore(string text, int start, int end)
    {
        for (var i = end; i > start + LongestPiece / 2; i--)
            if (char.IsWhiteSpace(text[i]))
                return i;
        for (var i = end; i > start + LongestPiece / 2; i--)
            if (!char.IsLetterOrDigit(text[i]) && !char.IsSurrogate(text[i]))
                return i;
        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }
}
