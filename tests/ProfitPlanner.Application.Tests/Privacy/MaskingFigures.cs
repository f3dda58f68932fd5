using System.Diagnostics;
using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Application.Tests.Privacy;

/// <summary>
/// How much of what people marked as personal in MultiDoGO dev is masked, by word. Dev was looked at while the rules were
/// written (docs/privacy.md, whose table is this test's output), so these are bounds against getting worse.
/// </summary>
public sealed class MaskingFigures(ITestOutputHelper output)
{
    private static readonly string[] NumberLike = [PersonalKind.Email, PersonalKind.Card, PersonalKind.Phone, PersonalKind.Order, PersonalKind.Account, PersonalKind.Ssn];

    [Fact]
    public void Nearly_everything_personal_in_real_turns_is_masked()
    {
        using var model = ShippedModel.Load();
        var figures = Measure(new PersonalDataMask(() => model), DogoTurn.Read("dev"));

        Assert.All(NumberLike, kind => Assert.InRange(figures.Recall(kind), 0.98, 1));
        Assert.InRange(figures.Recall(PersonalKind.Name), 0.95, 1);
        Assert.InRange(figures.Recall(PersonalKind.Address), 0.95, 1);
        Assert.InRange(figures.Recall(PersonalKind.Password), 0.97, 1);
        Assert.InRange(figures.Precision, 0.92, 1);
        // Half of the turns need no model.
        Assert.InRange(figures.ShareForModel, 0.1, 0.55);
    }

    // As a mail is: what a word is must not hang on how far into a turn it stands.
    [Fact]
    public void A_long_turn_is_masked_nearly_as_well_as_the_turns_it_is_made_of()
    {
        using var model = ShippedModel.Load();
        DogoTurn[] turns = [.. DogoTurn.Read("dev").Chunk(6).Select(own => own[0] with { Text = string.Join(". ", own.Select(turn => turn.Text)), Kinds = [.. own.SelectMany(turn => turn.Kinds)] })];

        var figures = Measure(new PersonalDataMask(() => model), turns);

        Assert.All(NumberLike, kind => Assert.InRange(figures.Recall(kind), 0.94, 1));
        Assert.InRange(figures.Recall(PersonalKind.Name), 0.88, 1);
        Assert.InRange(figures.Recall(PersonalKind.Address), 0.95, 1);
        Assert.InRange(figures.Precision, 0.88, 1);
    }

    [Fact]
    public void Rules_alone_find_what_has_a_shape()
    {
        var figures = Measure(Masks.ByRules, DogoTurn.Read("dev"));

        Assert.InRange(figures.Recall(PersonalKind.Phone), 0.95, 1);
        Assert.InRange(figures.Recall(PersonalKind.Email), 0.9, 1);
        Assert.InRange(figures.Precision, 0.9, 1);
    }

    [Fact]
    public void Questions_without_personal_data_stay_readable()
    {
        string[] texts = [.. BankingTexts.Read()];
        using var model = ShippedModel.Load();
        var masked = new PersonalDataMask(() => model).Mask([.. texts.Select(text => new TurnToMask(text, null, Masks.Conversation()))], TestContext.Current.CancellationToken);
        var byRules = Masks.ByRules.Mask([.. texts.Select(text => new TurnToMask(text, null, Masks.Conversation()))], TestContext.Current.CancellationToken);

        var (changed, changedByRules) = (texts.Zip(masked).Count(pair => pair.First != pair.Second), texts.Zip(byRules).Count(pair => pair.First != pair.Second));
        output.WriteLine($"BANKING77 train, {texts.Length} texts: {(double)changed / texts.Length:P2} changed, by rules alone {(double)changedByRules / texts.Length:P2}");

        Assert.InRange((double)changed / texts.Length, 0, 0.011);
        Assert.InRange((double)changedByRules / texts.Length, 0, 0.002);
    }

    /// <summary>By the processor's time, of all its cores: what else the machine does is not counted.</summary>
    [Fact]
    public void Rules_cost_a_fraction_of_what_the_model_costs()
    {
        TurnToMask[] turns = [.. DogoTurn.Read("dev").Select(turn => turn.ToMask())];
        using var model = ShippedModel.Load();
        var both = new PersonalDataMask(() => model);

        var (rules, withModel) = (Enumerable.Range(0, 5).Min(_ => Cost(Masks.ByRules, turns)), Enumerable.Range(0, 2).Min(_ => Cost(both, turns)));

        output.WriteLine($"rules {turns.Length / rules.TotalSeconds:N0} turns/s of processor time, with the model {turns.Length / withModel.TotalSeconds:N0}: 1 to {withModel / rules:N0}");
        Assert.InRange(withModel / rules, 2, 1_000);
    }

    private static TimeSpan Cost(PersonalDataMask mask, TurnToMask[] turns)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        mask.Mask(turns, TestContext.Current.CancellationToken);
        process.Refresh();
        return process.TotalProcessorTime - before;
    }

    private Figures Measure(PersonalDataMask mask, IReadOnlyList<DogoTurn> turns)
    {
        var pieces = mask.Read([.. turns.Select(turn => turn.ToMask())], TestContext.Current.CancellationToken);
        var figures = new Figures { ShareForModel = (double)pieces.Count(own => own[0].NeedsModel) / turns.Count };
        for (var i = 0; i < turns.Count; i++)
        {
            var spans = pieces[i][0].Spans();
            var words = TextWord.Of(turns[i].Text);
            for (var word = 0; word < words.Length; word++)
                figures.Add(turns[i].Kinds[word], spans.Where(span => span.Start < words[word].Start + words[word].Length && words[word].Start < span.End).Select(span => span.Kind).FirstOrDefault());
        }
        output.WriteLine(figures.Table());
        return figures;
    }

    private sealed class Figures
    {
        private readonly Dictionary<(string Right, string Masked), int> _words = [];

        public double ShareForModel { get; init; }

        public double Precision => (double)Count(right: true, masked: true) / Count(right: null, masked: true);

        /// <summary>The share of a kind's words that were masked, as whatever kind.</summary>
        public double Recall(string kind) => (double)_words.Where(pair => pair.Key.Right == kind && pair.Key.Masked != "").Sum(pair => pair.Value) / _words.Where(pair => pair.Key.Right == kind).Sum(pair => pair.Value);

        public void Add(string? right, string? masked) => _words[(right ?? "", masked ?? "")] = _words.GetValueOrDefault((right ?? "", masked ?? "")) + 1;

        public string Table() => string.Join('\n',
        [
            $"{ShareForModel:P1} of the turns are read by the model; masked at all: recall {(double)Count(true, true) / Count(true, null):P2}, precision {Precision:P2}",
            .. _words.Keys.Select(pair => pair.Right).Where(kind => kind != "").Distinct().Order(StringComparer.Ordinal).Select(kind =>
            {
                int Sum(Func<(string Right, string Masked), bool> which) => _words.Where(pair => which(pair.Key)).Sum(pair => pair.Value);
                var (all, masked, typed) = (Sum(pair => pair.Right == kind), Sum(pair => pair.Masked == kind), _words.GetValueOrDefault((kind, kind)));
                return $"| {kind} | {all} | {Recall(kind):P1} | {(double)typed / all:P1} | {(double)typed / masked:P1} | {(double)Sum(pair => pair.Masked == kind && pair.Right != "") / masked:P1} |";
            }),
        ]);

        private int Count(bool? right, bool? masked) =>
            _words.Where(pair => (right is null || (pair.Key.Right != "") == right) && (masked is null || (pair.Key.Masked != "") == masked)).Sum(pair => pair.Value);
    }
}
