using System.Text;
using System.Text.Json.Nodes;

namespace ProfitPlanner.Cli.Tests;

/// <summary>A classifier trained once by the program, and what the program does with it.</summary>
public sealed class IntentTests(IntentTests.Trained trained) : IClassFixture<IntentTests.Trained>
{
    private static readonly string[] Refunds = ["I want my money back", "please refund my order", "can I get a refund", "refund the last payment", "give me my money back please"];
    private static readonly string[] Deliveries = ["where is my parcel", "when does my parcel arrive", "my delivery is late", "track my delivery", "has my parcel been sent"];
    private static readonly string[] Others = ["tell me a joke", "what is the weather", "play some music"];

    [Fact]
    public void Training_says_what_each_part_is_worth() =>
        Assert.All(["blend.accuracy", "encoders.accuracy", "linear.accuracy"], figure => Assert.InRange((double)trained.Output.Json["metrics"]![figure]!, 0, 1));

    [Fact]
    public async Task Lines_become_json_lines_in_their_order()
    {
        var output = await ProgramUnderTest.RunAsync(["intents", "predict", "--model", trained.Model], Encoding.UTF8.GetBytes("please refund my order\n\nwhere is my parcel – now?\n"));

        Assert.Equal(0, output.ExitCode);
        JsonNode[] lines = [.. output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
        Assert.Equal(["please refund my order", "", "where is my parcel – now?"], lines.Select(line => (string?)line["text"]));
        Assert.All(lines, line => Assert.InRange((double)line["confidence"]!, 0, 1));
        Assert.Equal("refund", (string?)lines[0]["intent"] ?? (string?)lines[0]["alternatives"]![0]!["intent"]);
    }

    [Fact]
    public async Task A_program_that_writes_a_line_and_waits_is_answered()
    {
        using var process = ProgramUnderTest.Start(["intents", "predict", "--model", trained.Model, "--engine", "onnx"]);
        foreach (var text in (string[])["where is my parcel", "please refund my order"])
        {
            await process.StandardInput.WriteLineAsync(text);
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);

            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

            Assert.Equal(text, (string?)JsonNode.Parse(line!)!["text"]);
        }
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Evaluation_has_the_figures_that_others_ask_for()
    {
        var output = await ProgramUnderTest.RunAsync(["intents", "evaluate", "--model", trained.Model, "--data", trained.Data, "--json"]);

        Assert.Equal(0, output.ExitCode);
        Assert.All(["accuracy", "macroF1", "ece"], figure => Assert.InRange((double)output.Json[figure]!, 0, 1));
        Assert.All(["auroc", "recall", "precision", "inScopeAccuracy"], figure => Assert.InRange((double)output.Json["outOfScope"]![figure]!, 0, 1));
        Assert.Equal(2, output.Json["labels"]!.AsArray().Count);
    }

    [Fact]
    public async Task Errors_on_other_texts_are_counted_and_kept_in_the_bundle()
    {
        var output = await ProgramUnderTest.RunAsync(["intents", "confusion", "--model", trained.Model, "--data", trained.Data, "--engine", "onnx"]);

        Assert.Equal(0, output.ExitCode);
        var texts = (int)output.Json["texts"]!;
        Assert.Equal((await File.ReadAllLinesAsync(trained.Data, TestContext.Current.CancellationToken)).Length - 1, texts);
        var rows = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(trained.Model, "confusion.json"), TestContext.Current.CancellationToken))!["counts"]!.AsArray();
        Assert.Equal(texts, rows.Sum(row => row!.AsArray().Sum(count => (int)count!)));
        Assert.Equal((int)output.Json["right"]!, rows.Select((row, label) => (int)row![label]!).Sum());
        // The bundle is still whole.
        Assert.Equal(0, (await ProgramUnderTest.RunAsync(["intents", "evaluate", "--model", trained.Model, "--data", trained.Data, "--engine", "onnx", "--json"])).ExitCode);
    }

    [Fact]
    public async Task Both_engines_give_the_same_answers()
    {
        var lines = Encoding.UTF8.GetBytes(string.Join('\n', [.. Refunds, .. Deliveries, .. Others]));
        var onnx = await ProgramUnderTest.RunAsync(["intents", "predict", "--model", trained.Model, "--engine", "onnx"], lines);
        var torch = await ProgramUnderTest.RunAsync(["intents", "predict", "--model", trained.Model, "--engine", "torch"], lines);

        foreach (var (one, other) in onnx.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Zip(torch.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            Assert.Equal((string?)JsonNode.Parse(one)!["intent"], (string?)JsonNode.Parse(other)!["intent"]);
            Assert.Equal((double)JsonNode.Parse(one)!["confidence"]!, (double)JsonNode.Parse(other)!["confidence"]!, 1e-5);
        }
    }

    [Theory]
    [InlineData("onnx-int8")]
    [InlineData("served")]
    public async Task Without_a_bundle_the_one_that_ships_answers(string engine)
    {
        var output = await ProgramUnderTest.RunAsync(["intents", "predict", "--engine", engine], Encoding.UTF8.GetBytes("my name is john smith\n"));

        Assert.Equal(0, output.ExitCode);
        var line = JsonNode.Parse(output.Result)!;
        Assert.Equal("gives_information", (string?)line["intent"]);
        Assert.Equal([(11, 4, "name"), (16, 5, "name")], line["personal"]!.AsArray().Select(tag => ((int)tag!["start"]!, (int)tag["length"]!, (string)tag["kind"]!)));
    }

    [Theory]
    [InlineData("onnx")]
    [InlineData("served")]
    public async Task Many_turns_tell_where_the_time_goes(string engine)
    {
        var output = await ProgramUnderTest.RunAsync(["intents", "bench", "--turns", "5000", "--engine", engine]);

        Assert.Equal(0, output.ExitCode);
        Assert.Equal(5_000, (int)output.Json["turns"]!);
        Assert.Equal(["tokens", "encoder", "heads", "linear", "decision"], output.Json["shares"]!.AsObject().Select(share => share.Key));
        Assert.All(output.Json["shares"]!.AsObject(), share => Assert.InRange((double)share.Value!, 0, 2));
    }

    [Fact]
    public async Task Eight_bits_need_their_accuracy_measured()
    {
        var (manifest, older) = (Path.Combine(trained.Model, "manifest.json"), Path.Combine(trained.Folder, "older"));
        foreach (var file in Directory.GetFiles(trained.Model, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(older, Path.GetRelativePath(trained.Model, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var json = JsonNode.Parse(await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken))!;
        foreach (var figure in json["metrics"]!.AsObject().Select(figure => figure.Key).Where(name => name.StartsWith("int8.", StringComparison.Ordinal)).ToArray())
            json["metrics"]!.AsObject().Remove(figure);
        await File.WriteAllTextAsync(Path.Combine(older, "manifest.json"), json.ToJsonString(), TestContext.Current.CancellationToken);

        var output = await ProgramUnderTest.RunAsync(["intents", "predict", "--model", older, "--engine", "onnx-int8"], Encoding.UTF8.GetBytes("hi\n"));

        Assert.Equal(1, output.ExitCode);
        Assert.Contains("does not say how good it is on 8-bit integers", output.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_bundle_is_told_in_a_line()
    {
        var output = await ProgramUnderTest.RunAsync(["intents", "predict", "--model", Path.GetTempPath()]);

        Assert.Equal(1, output.ExitCode);
        Assert.Contains("is no bundle", output.Messages, StringComparison.Ordinal);
        Assert.Single(output.Messages.Trim().Split('\n'));
    }

    [Fact]
    public async Task Data_without_the_column_is_told_by_name()
    {
        var output = await ProgramUnderTest.RunAsync(["intents", "train", "--data", trained.Data, "--label-column", "topic", "--out", Path.Combine(trained.Folder, "never")]);

        Assert.Equal(1, output.ExitCode);
        Assert.Contains("topic", output.Messages, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(trained.Folder, "never")));
    }

    [Fact]
    public async Task Pretraining_leaves_an_encoder_that_training_takes()
    {
        var (text, encoder, model) = (Path.Combine(trained.Folder, "lines.txt"), Path.Combine(trained.Folder, "encoder"), Path.Combine(trained.Folder, "tuned"));
        await File.WriteAllLinesAsync(text, [.. Refunds, .. Deliveries, .. Others], TestContext.Current.CancellationToken);

        var pretrained = await ProgramUnderTest.RunAsync(["intents", "pretrain", "--text", text, "--out", encoder, "--config", "tiny", "--epochs", "2", "--threads", "1"]);
        var tuned = await ProgramUnderTest.RunAsync(["intents", "train", "--data", trained.Data, "--encoder", encoder, "--out", model, "--epochs", "1", "--threads", "1"]);

        Assert.Equal((0, 0), (pretrained.ExitCode, tuned.ExitCode));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(encoder, "vocab.txt"), TestContext.Current.CancellationToken), await File.ReadAllTextAsync(Path.Combine(model, "encoder", "vocab.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Pretraining_writes_over_nothing()
    {
        var output = await ProgramUnderTest.RunAsync(["intents", "pretrain", "--text", trained.Data, "--out", trained.Model, "--config", "tiny"]);

        Assert.Equal(1, output.ExitCode);
        Assert.Contains("name another folder", output.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_at_hand_can_be_trained_into()
    {
        var folder = Directory.CreateDirectory(Path.Combine(trained.Folder, "here")).FullName;

        var output = await ProgramUnderTest.RunAsync(["intents", "train", "--data", trained.Data, "--out", ".", "--config", "tiny", "--epochs", "1", "--threads", "1"], folder: folder);

        Assert.True(output.ExitCode == 0, output.Messages);
        Assert.Equal("here", (string?)JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "manifest.json"), TestContext.Current.CancellationToken))!["name"]);
        Assert.False(Directory.Exists(folder + ".checkpoints"));
    }

    [Fact]
    public async Task A_training_that_is_stopped_says_how_it_goes_on()
    {
        using var process = ProgramUnderTest.Start(["intents", "train", "--data", trained.Data, "--out", Path.Combine(trained.Folder, "stopped"), "--config", "tiny", "--epochs", "1000", "--threads", "1"]);
        // Once it trains.
        await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        // Ctrl+C's signal may be ignored by whoever runs the tests in the background; both are handled alike.
        using (var interrupt = System.Diagnostics.Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await interrupt.WaitForExitAsync(TestContext.Current.CancellationToken);
        var messages = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("goes on where it was when the same command is given again", messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--model", "confusion", "--data", "x.csv")]
    [InlineData("must be from 3 to 512", "train", "--data", "x.csv", "--out", "y", "--max-length", "2")]
    [InlineData("exclude each other", "train", "--data", "x.csv", "--out", "y", "--encoder", "z", "--config", "tiny")]
    public async Task What_cannot_be_asked_for_is_said(string expected, params string[] command)
    {
        var output = await ProgramUnderTest.RunAsync(["intents", .. command]);

        Assert.Equal(2, output.ExitCode);
        Assert.Contains(expected, output.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_turn_cannot_be_timed()
    {
        var empty = Path.Combine(trained.Folder, "empty.txt");
        await File.WriteAllTextAsync(empty, "\n \n", TestContext.Current.CancellationToken);

        var output = await ProgramUnderTest.RunAsync(["intents", "bench", "--turns", "10", "--text", empty]);

        Assert.Equal((1, $"profitplanner: {empty}: there is no text in it.{Environment.NewLine}"), (output.ExitCode, output.Messages));
    }

    [Fact]
    public async Task The_learning_curve_has_four_points_and_ends_with_all_texts()
    {
        var output = await ProgramUnderTest.RunAsync(["intents", "learning-curve", "--data", trained.Data, "--held-out", trained.Data]);

        Assert.Equal(0, output.ExitCode);
        var points = output.Json["points"]!.AsArray();
        Assert.Equal([0.25, 0.5, 0.75, 1], points.Select(point => (double)point!["share"]!));
        // A quarter of 25 texts is rounded up, of each of the two intents.
        Assert.Equal([14, 26, 38, 50], points.Select(point => (int)point!["texts"]!));
        Assert.True((double)points[3]!["accuracy"]! >= 0.95);
    }

    [Fact]
    public async Task A_program_that_starts_training_reads_its_progress_in_json()
    {
        var output = await ProgramUnderTest.RunAsync(
            ["intents", "train", "--data", trained.Data, "--out", Path.Combine(trained.Folder, "told"), "--config", "tiny", "--epochs", "12", "--threads", "1", "--progress", "json"]);

        Assert.Equal(0, output.ExitCode);
        JsonNode[] lines = [.. output.Messages.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
        Assert.Equal(["fine-tuning", "linear model (choosing)", "fine-tuning", "linear model (final)"], lines.Select(line => (string)line["stage"]!).Aggregate(new List<string>(), (stages, stage) => [.. stages.LastOrDefault() == stage ? stages : [.. stages, stage]]));
        Assert.All(lines, line => Assert.InRange((int)line["step"]!, 0, (int)line["steps"]!));
    }

    [Fact]
    public async Task Training_ends_when_whoever_started_it_is_gone()
    {
        // Its standard input ends at once.
        var output = await ProgramUnderTest.RunAsync(
            ["intents", "train", "--data", trained.Data, "--out", Path.Combine(trained.Folder, "abandoned"), "--config", "tiny", "--epochs", "1000", "--threads", "1", "--while-input-lasts"]);

        Assert.Equal(4, output.ExitCode);
        Assert.False(Directory.Exists(Path.Combine(trained.Folder, "abandoned")));
        Assert.Equal(4, (await ProgramUnderTest.RunAsync(["intents", "learning-curve", "--data", trained.Data, "--held-out", trained.Data, "--while-input-lasts"])).ExitCode);
    }

    /// <summary>Trains by the program on a few texts.</summary>
    public sealed class Trained : IAsyncLifetime
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("intents").FullName;

        public string Data => Path.Combine(Folder, "train.csv");

        public string Model => Path.Combine(Folder, "model");

        internal ProgramUnderTest.Output Output { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            string[] endings = ["", " today", ", thanks", " right now", " again"];
            var rows = from set in (IEnumerable<(string, string[])>)[("refund", Refunds), ("delivery", Deliveries), ("oos", Others)]
                       from text in set.Item2
                       from ending in endings
                       select $"\"{text}{ending}\",{set.Item1}";
            await File.WriteAllLinesAsync(Data, ["text,category", .. rows]);
            Output = await ProgramUnderTest.RunAsync(["intents", "train", "--data", Data, "--out", Model, "--config", "tiny", "--epochs", "4", "--threads", "1"]);
            Assert.True(Output.ExitCode == 0, Output.Messages);
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(Folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
