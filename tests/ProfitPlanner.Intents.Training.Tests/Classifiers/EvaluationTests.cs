using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.Classifiers;
using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Tests.Classifiers;

public sealed class EvaluationTests
{
    private static readonly string[] Labels = ["a", "b", "c"];

    // The text decides the logits: "w0" speaks for a, "w1" for b …
    private static readonly LabelledText[] Rows =
    [
        new("w0", ["a"]), new("w0", ["a"]), new("w1", ["a"]),
        new("w1", ["b"]), new("w2", ["b"]), new("w2", ["b"]),
        new("w2", ["c"]),
        new("w7", [LabelledText.OutOfScope]), new("w0", [LabelledText.OutOfScope]),
    ];

    [Fact]
    public void Figures_are_those_of_a_count_by_hand()
    {
        using var classifier = Create(HeadKind.OneLabel);

        var evaluation = Evaluation.Of(classifier, Rows, TestContext.Current.CancellationToken);

        Assert.Equal(7, evaluation.Rows);
        Assert.Equal(4 / 7.0, evaluation.Accuracy, 1e-9);
        // a: precision 1, recall 2/3. b: 1/2 and 1/3. c: 1/3 and 1.
        Assert.Equal([0.8, 0.4, 0.5], evaluation.Labels.Select(label => label.F1), (expected, actual) => Math.Abs(expected - actual) < 1e-9);
        Assert.Equal(1.7 / 3, evaluation.MacroF1, 1e-9);
        Assert.Equal((int[][])[[2, 1, 0], [0, 1, 2], [0, 0, 1]], evaluation.Confusion);
        Assert.Equal([new Evaluation.Mistake("b", "c", 2), new Evaluation.Mistake("a", "b", 1)], evaluation.Confusions);
        // All are e²/(e² + 2) sure, and four of seven right.
        Assert.Equal(Math.Exp(2) / (Math.Exp(2) + 2) - 4 / 7.0, evaluation.Ece, 1e-6);
        // One of two texts out of scope is told from all others, and one from none.
        Assert.Equal((2, 7), (evaluation.OutOfScope!.OutOfScope, evaluation.OutOfScope.InScope));
        Assert.Equal(0.75, evaluation.OutOfScope.Auroc, 1e-9);
        Assert.Equal((0.5, 1.0), (evaluation.OutOfScope.Recall, evaluation.OutOfScope.Precision));
    }

    [Fact]
    public void Where_none_of_these_is_never_said_its_figures_are_of_the_largest_probability()
    {
        using var classifier = Create(HeadKind.OneLabel, saysNone: false);

        var none = Evaluation.Of(classifier, Rows, TestContext.Current.CancellationToken).OutOfScope!;

        Assert.Equal(0.75, none.Auroc, 1e-9);
        Assert.Equal((0.0, 0.0, 1.0), (none.Recall, none.Precision, none.Accepted));
    }

    [Fact]
    public void The_confusion_has_a_row_and_a_column_of_none_of_these()
    {
        using var classifier = Create(HeadKind.OneLabel);

        var confusion = ConfusionFigures.Of(classifier, [.. Rows, new("w0", ["a", "b"])], TestContext.Current.CancellationToken)!;

        // Of the two texts out of scope one looks like a; the text of two labels is passed over.
        Assert.Equal((long[][])[[2, 1, 0, 0], [0, 1, 2, 0], [0, 0, 1, 0], [1, 0, 0, 1]], confusion.Counts);
        Assert.Equal(Labels, confusion.Labels);
        using var any = Create(HeadKind.AnyLabels);
        Assert.Null(ConfusionFigures.Of(any, Rows, TestContext.Current.CancellationToken));
        Assert.Contains("Line 0 has the label 'x'", Assert.Throws<InvalidDataException>(() => ConfusionFigures.Of(classifier, [new("w0", ["x"])], TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_texts_out_of_scope_nothing_is_said_of_them()
    {
        using var classifier = Create(HeadKind.OneLabel);

        Assert.Null(Evaluation.Of(classifier, Rows[..7], TestContext.Current.CancellationToken).OutOfScope);
    }

    [Fact]
    public void Any_labels_are_right_where_all_are()
    {
        using var classifier = Create(HeadKind.AnyLabels);

        var evaluation = Evaluation.Of(classifier, [.. Rows[..2], new("w0", ["a", "b"])], TestContext.Current.CancellationToken);

        Assert.Equal(2 / 3.0, evaluation.Accuracy, 1e-9);
        Assert.Null(evaluation.Confusion);
    }

    [Fact]
    public void Labels_that_are_not_known_are_named_with_their_line()
    {
        using var classifier = Create(HeadKind.OneLabel);

        Assert.Contains("Line 4 has the label 'x'", Refusal([new("w0", ["x"]) { Line = 4 }]), StringComparison.Ordinal);
        Assert.Contains("No text", Refusal(Rows[7..]), StringComparison.Ordinal);
        Assert.Contains("No text", Refusal([]), StringComparison.Ordinal);

        string Refusal(LabelledText[] rows) => Assert.Throws<InvalidDataException>(() => Evaluation.Of(classifier, rows, TestContext.Current.CancellationToken)).Message;
    }

    private static IntentClassifier Create(HeadKind kind, bool saysNone = true)
    {
        Head[] heads = [new(Head.Intent, kind, Labels)];
        var manifest = Manifests.Of(heads, maxLength: 16) with { None = saysNone ? new NoneRule(NoneScore.Probability, 0.5) : null };
        var model = RandomModel.Create(MadeUpTexts.Config, heads, seed: 1);
        return new IntentClassifier(new Bundle(manifest, MadeUpTexts.Vocabulary, [model], [], null), _ => new Words(kind));
    }

    private sealed class Words(HeadKind kind) : IBertEngine
    {
        public string Name => "words";

        public EncoderOutput Run(TokenBatch batch) => new(new float[batch.Rows], new Dictionary<string, float[]>
        {
            [Head.Intent] = [.. Enumerable.Range(0, batch.Rows).SelectMany(row => Enumerable.Range(0, Labels.Length)
                .Select(label => batch.Ids[row * batch.Length + 1] == MadeUpTexts.Word(label) ? 2f : kind == HeadKind.AnyLabels ? -2 : 0))],
        });

        public void Dispose()
        {
        }
    }
}
