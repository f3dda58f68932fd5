namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>Why a record is left out: names of the sentences that say it.</summary>
public static class RecordProblem
{
    public const string TooLong = nameof(TooLong);
    public const string UnclosedQuote = nameof(UnclosedQuote);
    public const string WrongEncoding = nameof(WrongEncoding);
    public const string NotJson = nameof(NotJson);
    public const string TooManyColumns = nameof(TooManyColumns);
    public const string TooFewColumns = nameof(TooFewColumns);
    public const string NoText = nameof(NoText);
    public const string TextTooLong = nameof(TextTooLong);
    public const string NotATime = nameof(NotATime);
    public const string NotATurnNumber = nameof(NotATurnNumber);
    public const string SameTurnNumber = nameof(SameTurnNumber);
    public const string NoSpeaker = nameof(NoSpeaker);
    public const string BrokenSheet = nameof(BrokenSheet);

    /// <summary>Every one of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [TooLong, UnclosedQuote, WrongEncoding, NotJson, TooManyColumns, TooFewColumns, NoText, TextTooLong, NotATime, NotATurnNumber, SameTurnNumber, NoSpeaker, BrokenSheet];
}
