using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Training.Classifiers;
using ProfitPlanner.Intents.Training.DataSets;
using ProfitPlanner.Intents.Training.FineTuning;
using ProfitPlanner.Intents.Training.Tests.DataSets;

namespace ProfitPlanner.Intents.Training.Tests.Classifiers;

[Collection(TorchCollection.Name)]
public sealed class IntentTrainerTests
{
    private static readonly LabelledText[] Rows = SupportTexts.Rows();

    private static readonly TrainerOptions Options = new()
    {
        Name = "support",
        Size = EncoderSizes.Tiny with { HiddenSize = 32, IntermediateSize = 64 },
        VocabularySize = 200,
        MaxLength = 16,
        Epochs = 12,
        FineTuning = new FineTuneOptions { BatchSize = 16, LearningRate = 5e-3, WarmUpSteps = 10, Averaging = 0.9, Threads = 1 },
    };

    [Fact]
    public void A_bundle_is_made_that_knows_its_texts_and_what_is_none_of_them()
    {
        using var folder = new TemporaryFolder();
        var told = new Told();
        var path = Path.Combine(folder.Path, "model");

        new IntentTrainer(Options with { Encoders = 2, Checkpoints = Path.Combine(folder.Path, "checkpoints") }, told).Train(Rows, cancellationToken: TestContext.Current.CancellationToken).Write(path);

        using var classifier = IntentClassifier.Load(path);
        var manifest = classifier.Manifest;
        Assert.Equal(("support", 2, 16, true), (manifest.Name, manifest.Encoders, manifest.MaxLength, manifest.LowerCase));
        Assert.Equal(["cancel", "find", "thank"], manifest.Heads[0].Labels);
        Assert.NotNull(manifest.None);
        Assert.Superset(new HashSet<string> { "blend.accuracy", "blend.macroF1", "blend.ece", "encoders.accuracy", "encoder1.accuracy", "linear.accuracy", "int8.accuracy", "none.recall" }, manifest.Metrics.Keys.ToHashSet());
        Assert.Equal(Rows.Count(row => row.IsOutOfScope) / 10, classifier.Confusion!.Counts[^1].Sum(), 1.0);
        Assert.Equal(Rows.Length / 10, classifier.Confusion.Counts.Sum(row => row.Sum()), 3.0);
        var evaluation = Evaluation.Of(classifier, Rows, TestContext.Current.CancellationToken);
        Assert.InRange(evaluation.Accuracy, 0.98, 1);
        Assert.InRange(evaluation.OutOfScope!.Auroc, 0.95, 1);
        Assert.InRange(evaluation.OutOfScope.Recall, 0.7, 1);
        Assert.Equal("find", classifier.Classify("where is my invoice").Intent);
        Assert.Equal(["choosing-1", "choosing-2", "final-1", "final-2"], Directory.GetDirectories(Path.Combine(folder.Path, "checkpoints")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains(told.Reports, report => report.Stage == "linear model (final)");
    }

    [Fact]
    public void The_final_model_learns_from_all_texts_by_what_was_chosen()
    {
        var refit = Train(Options with { Epochs = 6 }, Rows);
        var chosen = Train(Options with { Epochs = 6, Refit = false }, Rows);

        Assert.Equal((chosen.Manifest.Blend, chosen.Manifest.None), (refit.Manifest.Blend, refit.Manifest.None));
        Assert.Equal(chosen.Manifest.Metrics, refit.Manifest.Metrics);
        Assert.Equal((chosen.Linear is null, chosen.Centroids.Count), (refit.Linear is null, refit.Centroids.Count));
        Assert.NotEqual(chosen.Encoders[0].Weights.Bits(), refit.Encoders[0].Weights.Bits());
        Assert.Equal(refit.Encoders[0].Weights.Bits(), Train(Options with { Epochs = 6 }, Rows).Encoders[0].Weights.Bits());
    }

    [Fact]
    public void Several_labels_of_a_text_are_learnt()
    {
        LabelledText[] inScope = [.. Rows.Where(row => !row.IsOutOfScope)];
        LabelledText[] both = [.. inScope.Where(row => row.Labels is ["find"]).Select(row => new LabelledText($"{row.Text} and thank you so much", ["find", "thank"]))];

        var bundle = Train(Options with { Refit = false }, [.. inScope, .. both], [.. inScope, .. both]);

        using var classifier = new IntentClassifier(bundle);
        Assert.Equal(HeadKind.AnyLabels, bundle.Manifest.Heads[0].Kind);
        Assert.Equal((0, null), (bundle.Centroids.Count, bundle.Manifest.None));
        Assert.Equal(["find", "thank"], classifier.Classify(both[0].Text).Intents.Order());
        Assert.Equal(["cancel"], classifier.Classify("cancel the order please").Intents);
        var evaluation = Evaluation.Of(classifier, [.. both, .. Rows], TestContext.Current.CancellationToken);
        Assert.InRange(evaluation.Accuracy, 0.95, 1);
        Assert.Equal((128, null), (evaluation.Rows, evaluation.Confusion));
        // It never says 'none of these'; what is none of them is less probable than the rest.
        Assert.Equal(0, evaluation.OutOfScope!.Recall);
        Assert.InRange(evaluation.OutOfScope.Auroc, 0.9, 1);
    }

    [Fact]
    public void A_few_texts_of_two_labels_are_learnt_beside_many_of_one()
    {
        LabelledText[] inScope = [.. Rows.Where(row => !row.IsOutOfScope)];
        LabelledText[] both = [.. ((string[])["card", "order", "parcel", "watch"]).Select(thing => new LabelledText($"where is my {thing} and thank you so much for the {thing}", ["find", "thank"]))];

        var bundle = Train(Options with { Refit = false, Epochs = 40 }, [.. inScope, .. both], [.. inScope, .. both]);

        using var classifier = new IntentClassifier(bundle);
        Assert.Equal(HeadKind.OneLabel, bundle.Manifest.Heads[0].Kind);
        Assert.InRange(bundle.Manifest.Also!.Value, 0.01, 0.5);
        Assert.Equal(["find", "thank"], classifier.Classify(both[0].Text).Intents.Order());
        Assert.Equal(["cancel"], classifier.Classify("cancel the order please").Intents);
        var evaluation = Evaluation.Of(classifier, [.. both, .. Rows], TestContext.Current.CancellationToken);
        Assert.InRange(evaluation.Accuracy, 0.95, 1);
        Assert.Equal(bundle.Manifest.Metrics["blend.accuracy"], evaluation.Accuracy, 1e-9);
    }

    [Fact]
    public void One_pass_tells_sentiment_and_personal_data_too()
    {
        // What is thanked for is kept secret, here; some texts say nothing of it, and some of nothing but the intent.
        LabelledText[] rows = [.. Rows.Where(row => !row.IsOutOfScope).Select((row, i) => row with
        {
            Sentiment = i % 5 == 0 ? null : row.Labels[0] == "thank" ? "glad" : "cross",
            WordTags = i % 7 == 0 ? null : [.. row.Text.Split(' ').Select(word => word is "invoice" or "account" ? "paper" : Head.NoTag)],
        })];

        var bundle = Train(Options with { Refit = false, Epochs = 30 }, rows, rows);

        using var classifier = new IntentClassifier(bundle);
        Assert.Equal([Head.Intent, Head.Sentiment, Head.Personal], bundle.Manifest.Heads.Select(head => head.Name));
        var prediction = classifier.Classify("many thanks the invoice came");
        Assert.Equal(("thank", "glad"), (prediction.Intent, prediction.Sentiment!.Label));
        var tag = Assert.Single(prediction.Tags);
        Assert.Equal(("invoice", "paper"), (tag.Word.In("many thanks the invoice came"), tag.Label));
        Assert.InRange(bundle.Manifest.Metrics["sentiment.accuracy"], 0.98, 1);
        Assert.InRange(bundle.Manifest.Metrics["personal.paper.recall"], 0.95, 1);
        var others = Evaluation.Of(classifier, rows, TestContext.Current.CancellationToken).Others;
        Assert.Equal(["cross", "glad"], others[Head.Sentiment].Select(label => label.Label));
        Assert.Equal(rows.Sum(row => row.WordTags?.Count(word => word == "paper") ?? 0), others[Head.Personal].Single(label => label.Label == "paper").Support);
        Assert.Empty(Evaluation.Of(classifier, [Rows[0]], TestContext.Current.CancellationToken).Others);
    }

    [Fact]
    public void Finer_labels_form_the_encoder_and_are_not_kept()
    {
        LabelledText[] rows = [.. Rows.Select(row => row with { Detail = row.Text.Split(' ')[0] })];

        var (plain, detailed) = (Train(Options with { Epochs = 2, Refit = false }, Rows), Train(Options with { Epochs = 2, Refit = false }, rows));

        Assert.Equal([Head.Intent], detailed.Encoders[0].Heads.Select(head => head.Name));
        Assert.Equal(plain.Encoders[0].Weights.Names, detailed.Encoders[0].Weights.Names);
        Assert.NotEqual(plain.Encoders[0].Weights.Bits(), detailed.Encoders[0].Weights.Bits());
    }

    [Fact]
    public void An_encoder_from_a_folder_is_gone_on_from()
    {
        using var folder = new TemporaryFolder();
        var chosen = Train(Options with { Epochs = 1, Refit = false }, Rows);
        chosen.Vocabulary.Write(Path.Combine(folder.Path, "vocab.txt"));
        chosen.Encoders[0].Config.Write(Path.Combine(folder.Path, "config.json"));
        chosen.Encoders[0].Weights.Write(Path.Combine(folder.Path, "model.safetensors"));

        var bundle = Train(Options with { Epochs = 1, Refit = false, Encoder = folder.Path, FineTuning = Options.FineTuning with { Seed = 2 } }, Rows);

        // No text has a word that cannot be spelt: its embedding stays as it was, but for the decay of weights.
        Assert.InRange(Numbers.Difference(Unknown(chosen), Unknown(bundle)), 0, 1e-2);
        Assert.True(bundle.Manifest.LowerCase);
        File.WriteAllText(Path.Combine(folder.Path, "tokenizer_config.json"), """{ "do_lower_case": false }""");
        Assert.False(Train(Options with { Epochs = 1, Refit = false, Encoder = folder.Path }, Rows).Manifest.LowerCase);
        (chosen.Encoders[0].Config with { VocabSize = 3 }).Write(Path.Combine(folder.Path, "config.json"));
        Assert.Contains("speaks of 3 tokens", Refusal(Options with { Encoder = folder.Path }, Rows), StringComparison.Ordinal);
    }

    [Fact]
    public void Few_texts_in_english_start_from_the_encoder_that_ships_and_others_from_their_own()
    {
        var shipped = Bundle.Read(ShippedModel.Folder);
        var options = Options with { Size = null, Epochs = 1, Refit = false };
        LabelledText[] chinese = [.. Rows.Select((row, i) => row with { Text = $"{row.Labels[0] switch { "find" => "订单在哪里", "cancel" => "请取消订单", "thank" => "非常感谢", _ => "今天天气好" }} {i}" })];

        Assert.Equal(shipped.Vocabulary.Tokens, Train(options, Rows).Vocabulary.Tokens);
        var own = Train(options, chinese);
        Assert.Contains("订", own.Vocabulary.Tokens);
        Assert.Equal(EncoderSizes.Small with { VocabSize = own.Vocabulary.Count }, own.Encoders[0].Config);
    }

    [Fact]
    public void What_cannot_be_learnt_from_is_said()
    {
        Assert.Contains("two labels", Refusal(Options, [.. Rows.Where(row => row.Labels[0] is "find" or LabelledText.OutOfScope)]), StringComparison.Ordinal);
        Assert.Contains("'other', which the training texts lack", Refusal(Options, Rows, [new("x", ["other"])]), StringComparison.Ordinal);
        Assert.Contains("too few texts", Refusal(Options, [new("a", ["a"]), new("b", ["b"])]), StringComparison.Ordinal);
        Assert.Contains("Texts of 129 tokens are too long", Refusal(Options with { MaxLength = 129 }, Rows), StringComparison.Ordinal);
    }

    private static double[] Unknown(Bundle bundle)
    {
        var (words, hidden) = (bundle.Vocabulary, bundle.Encoders[0].Config.HiddenSize);
        return bundle.Encoders[0].Weights.Floats("embeddings.word_embeddings.weight", words.Count, hidden).AsSpan(words.UnknownId * hidden, hidden).ToArray().Doubles();
    }

    private static Bundle Train(TrainerOptions options, LabelledText[] rows, LabelledText[]? dev = null) =>
        new IntentTrainer(options).Train(rows, dev, TestContext.Current.CancellationToken);

    private static string Refusal(TrainerOptions options, LabelledText[] rows, LabelledText[]? dev = null) =>
        Assert.Throws<InvalidDataException>(() => Train(options, rows, dev)).Message;
}
