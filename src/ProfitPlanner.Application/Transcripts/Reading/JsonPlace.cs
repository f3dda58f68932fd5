namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>Where in a JSON text a reader stands.</summary>
internal record struct JsonPlace()
{
    public JsonPhase Phase { get; set; } = JsonPhase.Before;

    /// <summary>Open brackets: of the whole text before the records, of the record within them.</summary>
    public int Depth { get; set; }

    public bool IsInString { get; set; }

    public bool IsEscaped { get; set; }

    /// <summary>Members of the way to the records that have been entered.</summary>
    public int Entered { get; set; }

    /// <summary>The next string is a member's name.</summary>
    public bool ExpectsName { get; set; }

    /// <summary>Bytes of the name on the way that the string has matched so far; -1 where it is another.</summary>
    public int Matched { get; set; } = -1;

    /// <summary>The name just read is the one on the way.</summary>
    public bool IsOnWay { get; set; }

    /// <summary>Between two records.</summary>
    public static JsonPlace AmongRecords => new() { Phase = JsonPhase.Within };
}

internal enum JsonPhase
{
    Before,
    Within,
    After,
}
