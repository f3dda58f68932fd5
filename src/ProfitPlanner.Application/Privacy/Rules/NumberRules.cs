namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>Numbers that are somebody's: long ones unless they are an amount or a date, and shorter ones that something is said of.</summary>
internal static class NumberRules
{
    private const int DigitsOfAnIdentifier = 5;
    private const int DigitsSpokenOf = 3;
    private const int DigitsOfSomeNumber = 4;

    // Of a turn that is nothing but a number, 19 in 20 of four digits are somebody's in MultiDoGO train.
    private const int WordsBesideABareNumber = 3;

    // An amount that is spoken of as one; longer numbers are identifiers all the same.
    private const int MostAmountDigits = 7;

    private static readonly Lexicon BeforeYears = new(
        "in since of year until by from after before january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec fy q1 q2 q3 q4");

    private static readonly Lexicon BesideABareNumber = new("its it's it is and the number no sure yes ok okay my");

    public static void Find(RuleText text, List<PersonalSpan> found)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (!text[i].IsNumber || text.IsHarmless(i))
                continue;
            var cue = NumberCue.Of(text, i);
            var run = NumberRun.Of(text, i, cue.Kind is not null);
            if (IsIdentifier(text, run, cue))
                found.Add(new PersonalSpan(run.Start, text[run.Last].End, KindOf(text, run, cue)));
            i = run.Last;
        }
    }

    private static bool IsIdentifier(RuleText text, NumberRun run, NumberCue cue)
    {
        var (digits, isOneWord) = (run.Digits, run.First == run.Last);
        if (cue.Kind is not null)
            return digits.Length >= (cue.Distance <= NumberCue.Near ? DigitsSpokenOf : DigitsOfSomeNumber)
                && !(cue.Distance > 1 && (text.IsCounted(run.Last) || (isOneWord && IsYear(digits) && run.First > 0 && BeforeYears.Has(text.Word(run.First - 1)))));
        if (run.IsInternational && digits.Length >= DigitsOfAnIdentifier)
            return true;
        // A whole turn of "2014" is more often the end of a number than a year: 31 of 45 in MultiDoGO train.
        if (IsYears(digits, text, run) && text.Count > 1)
            return false;
        if (cue.IsAmount)
            return digits.Length > MostAmountDigits;
        if (isOneWord && (IsRange(text.Word(run.First)) || NumberShapes.IsCompactDate(digits) || text.IsCounted(run.Last)))
            return false;
        return digits.Length >= (cue.IsNumber || IsBare(text, run) ? DigitsOfSomeNumber : DigitsOfAnIdentifier);
    }

    private static string KindOf(RuleText text, NumberRun run, NumberCue cue)
    {
        if (run.IsInternational && NumberShapes.IsPhone(run.Digits, isInternational: true))
            return PersonalKind.Phone;
        if (NumberShapes.IsIdentityCard(run.Digits))
            return PersonalKind.Ssn;
        if (cue.Kind is { } kind)
            return kind;
        if (NumberShapes.IsCard(run.Digits))
            return PersonalKind.Card;
        var written = text.Text.AsSpan(text[run.First].Start, text[run.Last].End - text[run.First].Start);
        if (NumberShapes.IsSocialSecurity(written))
            return PersonalKind.Ssn;
        return run.IsInternational || NumberShapes.IsWrittenAsPhone(written, run.Digits.Length) || NumberShapes.IsPhone(run.Digits, isInternational: false)
            ? PersonalKind.Phone
            : PersonalKind.Number;
    }

    private static bool IsYear(ReadOnlySpan<char> digits) => digits.Length == 4 && digits is ['1', '9', ..] or ['2', '0', ..];

    // "2019 2020", "2019-2020".
    private static bool IsYears(string digits, RuleText text, NumberRun run)
    {
        for (var i = run.First; i <= run.Last; i++)
            if (text[i].Digits != 4)
                return false;
        for (var i = 0; i < digits.Length; i += 4)
            if (!IsYear(digits.AsSpan(i, 4)))
                return false;
        return true;
    }

    // "100-200"; "555-1234" is a telephone.
    private static bool IsRange(ReadOnlySpan<char> word) => word.Count('-') == 1 && word.IndexOf('-') is var dash && dash <= 3 && word.Length - dash - 1 <= 3;

    private static bool IsBare(RuleText text, NumberRun run)
    {
        if (text.Asked.Amount || text.Count - (run.Last - run.First + 1) > WordsBesideABareNumber)
            return false;
        for (var i = 0; i < text.Count; i++)
            if ((i < run.First || i > run.Last) && !BesideABareNumber.Has(text.Word(i)))
                return false;
        return true;
    }
}
