namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>Names by what is said before them: 'my name is', 'Mrs', 'Hi Crystal,', and the answer to 'may I have your name?'.</summary>
internal static class NameRules
{
    private const int MostWords = 3;

    // Of more words no name is the answer to a question.
    private const int WordsOfAnAnswer = 6;

    private static readonly Lexicon Naming = new("name name's names surname");
    private static readonly Lexicon NotOfAPerson = new("company product brand file domain host business item model app plan project team store shop screen");
    private static readonly Lexicon Linking = new("is was are as s and");
    private static readonly Lexicon Titles = new("mr mrs ms miss dr prof mister señor señora herr frau monsieur madame");

    // A name follows where it has a capital letter.
    private static readonly Lexicon Introducing = new("dear hi hello hey thanks myself regards sincerely cheers signed attn attention welcome sorry named called i'm im");
    private static readonly Lexicon Answers = new("yes no ok okay sure thanks thank hi hello hey why what which who when where how please sorry fine good great nope yep yeah never none nothing one both here it i my the a an not and or but agent bot support human representative operator in on at as to of for by me us id x everyone all there team sir madam dear customer guys folks friend");

    private static readonly (string First, string Second)[] Pairs =
    [
        ("i", "am"), ("this", "is"), ("speaking", "with"), ("spoke", "with"), ("spoke", "to"), ("talked", "to"), ("talking", "to"), ("thank", "you"),
        ("good", "morning"), ("good", "afternoon"), ("good", "evening"), ("pulled", "up"), ("up", "for"), ("belongs", "to"), ("behalf", "of"), ("registered", "to"),
    ];

    public static void Find(RuleText text, List<PersonalSpan> found)
    {
        if (text.Count is > 0 and <= WordsOfAnAnswer && text.Asked.Name)
            FindAnswer(text, found);
        for (var i = 0; i < text.Count; i++)
        {
            if (!text[i].IsAlphabetic)
                continue;
            var word = text.Word(i);
            if (Naming.Has(word) && !(i > 0 && NotOfAPerson.Has(text.Word(i - 1))))
                FindAfterName(text, i, found);
            else if (Titles.Has(word))
                Add(text, i + 1, capitals: false, found, across: true);
            else if (Introducing.Has(word) || (i > 0 && IsPair(text.Word(i - 1), word)))
                Add(text, i + 1, capitals: true, found, across: false);
        }
    }

    private static bool IsPair(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        foreach (var pair in Pairs)
            if (second.Equals(pair.Second, StringComparison.OrdinalIgnoreCase) && first.Equals(pair.First, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static void FindAfterName(RuleText text, int index, List<PersonalSpan> found)
    {
        var next = index + 1;
        var isLinked = next < text.Count && text.Gap(index).ContainsAny(':', '：', '=');
        while (next < text.Count && Linking.Has(text.Word(next)))
            (next, isLinked) = (next + 1, true);
        // "my name is Mark Young": both are words, too.
        if (isLinked && next < text.Count && text[next].IsAlphabetic && text.IsCapitalised(next) && !Answers.Has(text.Word(next)) && !text.EndsSentence(next - 1) && text[next].Letters > 1)
        {
            var last = next;
            while (last - next + 1 < MostWords && !text.EndsSentence(last) && IsAdjacent(text, last) && text[last + 1].IsAlphabetic && text.IsCapitalised(last + 1))
                last++;
            while (last - next + 1 < MostWords && !text.EndsSentence(last) && IsAdjacent(text, last) && IsCandidate(text, last + 1))
                last++;
            found.Add(new PersonalSpan(text[next].Start, text[last].End, PersonalKind.Name));
            return;
        }
        Add(text, next, capitals: false, found, across: false);
    }

    private static void FindAnswer(RuleText text, List<PersonalSpan> found)
    {
        for (var i = 0; i < text.Count; i++)
            if (text[i].IsAlphabetic && (IsCandidate(text, i) || (text.Count <= MostWords && text.IsCapitalised(i) && !Answers.Has(text.Word(i)) && char.IsLower(text.Text[text[i].End - 1]))))
                found.Add(new PersonalSpan(text[i].Start, text[i].End, PersonalKind.Name));
    }

    private static void Add(RuleText text, int first, bool capitals, List<PersonalSpan> found, bool across)
    {
        if (first >= text.Count || (!across && text.EndsSentence(first - 1)) || !IsCandidate(text, first) || (capitals && !text.IsCapitalised(first)))
            return;
        var last = first;
        while (last - first + 1 < MostWords && !text.EndsSentence(last) && IsAdjacent(text, last) && IsCandidate(text, last + 1) && (!capitals || text.IsCapitalised(last + 1)))
            last++;
        found.Add(new PersonalSpan(text[first].Start, text[last].End, PersonalKind.Name));
    }

    private static bool IsAdjacent(RuleText text, int index) => index + 1 < text.Count && !text.Gap(index).ContainsAnyExcept(" .");

    // "Hello, accordingly …": after a comma an English word goes on.
    private static bool IsCandidate(RuleText text, int index) =>
        text[index].IsAlphabetic && text[index].Letters > 1 && !text.IsOrdinary(index)
        && !(index > 0 && text.Gap(index - 1).Contains(',') && WordLists.IsEnglish(text.Word(index)))
        && !Answers.Has(text.Word(index)) && !Titles.Has(text.Word(index)) && NumberCues.KindOf(text.Word(index)) is null;
}
