using System.Collections.Frozen;
using ProfitPlanner.Application.Demand.Words;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>The words that tell topics apart; of languages without blanks, pairs of characters.</summary>
internal static class TopicTerms
{
    private const int Most = 8;

    // Said everywhere and about nothing; the lists by which languages are known are of such words.
    private static readonly FrozenSet<string> Empty = WordList.Read<Dictionary<string, string>>("languages.json").Values.SelectMany(WordList.Words)
        .Concat(WordList.Words("am being having done going get gets got give let make take also then than so very much those these such each hai hii sir madam ma'am na la like may new still our out another ok oh am pm also into back mam dont cant wont its"))
        .Except(WordList.Words("order account card number name bestellung konto commande compte pedido cuenta conta ordine conto bestelling rekening zamówienie beställning sipariş hesap заказ счет замовлення рахунок"))
        .ToFrozenSet();

    // Characters that bind words and are of none worth showing.
    private static readonly FrozenSet<char> Binding = "的了们么我你您他她它是在和就都也很吗呢吧啊这那什着个与及请把被から、です".ToFrozenSet();

    /// <summary>Of each topic, the strongest first.</summary>
    /// <param name="texts">Of each topic's turns.</param>
    public static IReadOnlyList<string[]> Of(IReadOnlyList<IEnumerable<string>> texts)
    {
        IReadOnlyDictionary<string, int>[] counts = [.. texts.Select(Count)];
        return [.. ClassTfIdf.Terms(counts, Most).Select(terms => terms.Select(term => term.Term).ToArray())];
    }

    private static Dictionary<string, int> Count(IEnumerable<string> texts)
    {
        var counts = new Dictionary<string, int>();
        foreach (var term in texts.SelectMany(text => TurnText.Words(TurnText.Own(text))).SelectMany(TermsIn))
            counts[term] = counts.GetValueOrDefault(term) + 1;
        return counts;
    }

    private static IEnumerable<string> TermsIn(string word)
    {
        if (!TurnText.IsUnspaced(word))
            return word.Length > 1 && !Empty.Contains(word) ? [word] : [];
        return Enumerable.Range(0, word.Length - 1).Select(i => word.Substring(i, 2)).Where(pair => pair.All(character => TurnText.IsUnspaced(character) && !Binding.Contains(character)));
    }
}
