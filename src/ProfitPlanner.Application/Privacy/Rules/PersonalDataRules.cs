namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>Finds personal data by its shape and by the words around it, without a model.</summary>
internal static class PersonalDataRules
{
    /// <summary>What is found, the surest first; spans may overlap.</summary>
    public static List<PersonalSpan> Find(RuleText read)
    {
        var found = new List<PersonalSpan>();
        var text = read.Text;
        LinkRules.Find(read, found);
        if (ChineseRules.Mentions(text))
            ChineseRules.Find(text, read.Asked, found);
        CredentialRules.Find(read, found);
        AddressRules.Find(read, found);
        NumberRules.Find(read, found);
        CodeRules.Find(read, found);
        NameRules.Find(read, found);
        return found;
    }
}
