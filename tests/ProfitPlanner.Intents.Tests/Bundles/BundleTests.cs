using System.Text.Json;
using System.Text.Json.Nodes;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Tests.Bundles;

public sealed class BundleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bundle-");

    private string Folder => Path.Combine(_folder.FullName, "model");

    private string ManifestPath => Path.Combine(Folder, Manifest.FileName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(HeadKind.OneLabel, true)]
    [InlineData(HeadKind.OneLabel, false)]
    [InlineData(HeadKind.AnyLabels, true)]
    public void What_is_written_and_read_says_the_same(HeadKind kind, bool linear)
    {
        var bundle = RandomBundle.Create(kind, none: new NoneRule(NoneScore.Energy, -1), centroids: false, linear: linear);

        bundle.Write(Folder);
        var read = Bundle.Read(Folder);

        Assert.Equal(Said(bundle), Said(read));
        Assert.Equal(
            JsonSerializer.Serialize(bundle.Manifest with { Files = read.Manifest.Files }), JsonSerializer.Serialize(read.Manifest));
        string[] files = ["encoder-2/config.json", "encoder-2/model.safetensors", "encoder-2/vocab.txt", "encoder/config.json", "encoder/model.safetensors", "encoder/vocab.txt"];
        Assert.Equal(linear ? [.. files, "linear.safetensors"] : files, read.Manifest.Files.Keys);
    }

    [Theory]
    [InlineData(0.9, 0.9, true)]
    [InlineData(0.8995, 0.91, true)]
    [InlineData(0.898, 0.9, false)]
    [InlineData(0.9, 0.898, false)]
    [InlineData(0.9, null, false)]
    public void It_is_served_on_8_bit_integers_only_where_its_figures_say_that_nothing_is_lost(double accuracy, double? macroF1, bool served)
    {
        var figures = new Dictionary<string, double> { ["blend.accuracy"] = 0.9, ["blend.macroF1"] = 0.9, ["int8.accuracy"] = accuracy };
        if (macroF1 is { } value)
            figures["int8.macroF1"] = value;

        Assert.Equal(served, (RandomBundle.Create().Manifest with { Metrics = figures }).LosesNothingQuantised);
    }

    [Fact]
    public void A_bundle_that_was_read_can_be_written()
    {
        RandomBundle.Create(none: new NoneRule(NoneScore.Distance, 0.5)).Write(Folder);
        var once = Bundle.Read(Folder);

        once.Write(Folder);

        Assert.Equal(Said(once), Said(Bundle.Read(Folder)));
        Assert.Equal(once.Manifest.Files, Bundle.Read(Folder).Manifest.Files);
    }

    [Fact]
    public void What_held_out_texts_were_given_travels_with_the_bundle()
    {
        var bundle = RandomBundle.Create();
        var labels = bundle.Manifest.Heads[0].Labels;
        long[][] counts = [.. Enumerable.Range(0, labels.Count + 1).Select(row => Enumerable.Range(0, labels.Count + 1).Select(column => row * 10L + column).ToArray())];

        (bundle with { Confusion = new(labels, counts) }).Write(Folder);
        var read = Bundle.Read(Folder);

        Assert.Equal(counts, read.Confusion!.Counts.Select(row => row.ToArray()));
        Assert.Contains(HeldOutConfusion.FileName, read.Manifest.Files.Keys);
        read.Write(Folder);
        Assert.Equal(counts, Bundle.Read(Folder).Confusion!.Counts.Select(row => row.ToArray()));
    }

    [Fact]
    public void A_bundle_without_a_confusion_is_read_and_can_be_given_one()
    {
        RandomBundle.Create().Write(Folder);
        var before = Bundle.Read(Folder);
        Assert.Null(before.Confusion);
        var labels = before.Manifest.Heads[0].Labels;
        long[][] counts = [.. Enumerable.Range(0, labels.Count + 1).Select(_ => new long[labels.Count + 1])];
        counts[0][1] = 7;

        new HeldOutConfusion(labels, counts).AddTo(Folder);

        var after = Bundle.Read(Folder);
        Assert.Equal(7, after.Confusion!.Counts[0][1]);
        Assert.Equal(after.Manifest.Files.Count + 1, Directory.GetFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Count(File.Exists));
        after.Write(Folder);
        Assert.Equal(Said(before), Said(after));
        Assert.Contains("other labels", Assert.Throws<InvalidDataException>(() => new HeldOutConfusion([.. labels.Reverse()], counts).AddTo(Folder)).Message, StringComparison.Ordinal);
        Assert.Contains("rows of", Assert.Throws<InvalidDataException>(() => new HeldOutConfusion(labels, counts[1..]).AddTo(Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_confusion_takes_the_row_of_further_texts_where_they_are_more()
    {
        var confusion = new HeldOutConfusion(["a", "b"], [[1, 1, 0], [2, 2, 2], [0, 0, 0]]);
        (string?, string?)[] texts = [("a", "a"), ("a", "b"), ("a", null), ("b", "b"), (null, null), ("unknown", "a")];

        var with = confusion.With(texts);

        Assert.Equal([[1, 1, 1], [2, 2, 2], [1, 0, 1]], with.Counts);
        Assert.Equal(with.Counts, with.With(texts).Counts);
    }

    [Fact]
    public void Half_precision_takes_half_the_room_and_says_nearly_the_same()
    {
        var bundle = RandomBundle.Create();
        bundle.Write(Folder);
        var whole = new FileInfo(Path.Combine(Folder, "encoder/model.safetensors")).Length;

        bundle.Write(Folder, TensorType.F16);

        Assert.InRange(new FileInfo(Path.Combine(Folder, "encoder/model.safetensors")).Length / (double)whole, 0.5, 0.65);
        using var exact = new IntentClassifier(bundle);
        using var rounded = IntentClassifier.Load(Folder);
        Assert.All(RandomBundle.Texts, text => Assert.Equal(exact.Classify(text).Confidence, rounded.Classify(text).Confidence, 0.01));
    }

    [Fact]
    public void A_bundle_is_replaced_whole()
    {
        RandomBundle.Create().Write(Folder, more: new Dictionary<string, string> { ["model-card.md"] = "old" });

        RandomBundle.Create(encoders: 1, linear: false).Write(Folder + Path.DirectorySeparatorChar);

        Assert.Equal(
            ["config.json", "manifest.json", "model.safetensors", "vocab.txt"],
            Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Single(_folder.GetDirectories());
        Assert.Single(Bundle.Read(Folder).Encoders);
    }

    [Fact]
    public void What_else_is_in_the_folder_is_left_alone()
    {
        var bundle = RandomBundle.Create();
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "notes.txt"), "mine");
        Assert.Contains("name another folder", Refusal(() => bundle.Write(Folder)), StringComparison.Ordinal);

        // As the folder of a web app has one.
        File.WriteAllText(ManifestPath, """{ "format": "esm" }""");
        Refusal(() => bundle.Write(Folder));

        Directory.Delete(Folder, recursive: true);
        bundle.Write(Folder);
        File.WriteAllText(Path.Combine(Folder, "notes.txt"), "mine");
        Assert.Contains("name another folder", Refusal(() => bundle.Write(Folder)), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Folder, "notes.txt")));
        Assert.Contains("name another folder", Refusal(() => bundle.Write(Path.Combine(Folder, "notes.txt"))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_and_the_rest_of_a_killed_run_do_not_matter()
    {
        Directory.CreateDirectory(Folder);
        Directory.CreateDirectory(Folder + ".part/encoder-9");

        RandomBundle.Create().Write(Folder);

        Assert.Equal(2, Bundle.Read(Folder).Encoders.Count);
    }

    [Fact]
    public void Any_byte_of_any_file_matters()
    {
        RandomBundle.Create().Write(Folder);
        var random = new Random(1);
        foreach (var file in Bundle.Read(Folder).Manifest.Files.Keys)
        {
            var path = Path.Combine(Folder, file);
            var bytes = File.ReadAllBytes(path);
            for (var i = 0; i < 10; i++)
            {
                var changed = bytes.ToArray();
                changed[random.Next(changed.Length)] ^= (byte)random.Next(1, 256);
                File.WriteAllBytes(path, changed);
                Assert.Contains($"{file} is not the file that was saved", Refusal(), StringComparison.Ordinal);
            }
            File.Delete(path);
            Assert.Contains($"{file} is missing", Refusal(), StringComparison.Ordinal);
            File.WriteAllBytes(path, bytes);
        }
        Bundle.Read(Folder);
    }

    [Fact]
    public void A_manifest_of_any_bytes_is_read_or_refused_in_a_sentence()
    {
        RandomBundle.Create(none: new NoneRule(NoneScore.Margin, 0.1)).Write(Folder);
        var bytes = File.ReadAllBytes(ManifestPath);
        // Less its last brace, at least.
        for (var length = 0; length < bytes.Length - 1; length += 7)
        {
            File.WriteAllBytes(ManifestPath, bytes[..length]);
            Assert.Contains(ManifestPath, Refusal(), StringComparison.Ordinal);
        }
        var random = new Random(1);
        for (var i = 0; i < 500; i++)
        {
            var changed = bytes.ToArray();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            WorksOrIsRefused(changed);
        }
    }

    [Fact]
    public void A_manifest_of_any_values_is_read_or_refused_in_a_sentence()
    {
        RandomBundle.Create(none: new NoneRule(NoneScore.Margin, 0.1)).Write(Folder);
        var json = File.ReadAllText(ManifestPath);
        string[] values = ["null", "[]", "{}", "-1", "7", "1e400", "9999999999", "true", "\"x\"", "\"\\u0000\"", "[null]", """{ "x": null }""", """{ "\u0000": "x" }"""];
        foreach (var path in Paths(JsonNode.Parse(json)!).ToArray())
            foreach (var value in values)
            {
                var root = JsonNode.Parse(json)!;
                var parent = path[..^1].Aggregate(root, (node, step) => step is int i ? node[i]! : node[(string)step]!);
                if (path[^1] is int place)
                    parent[place] = JsonNode.Parse(value);
                else
                    parent[(string)path[^1]] = JsonNode.Parse(value);
                WorksOrIsRefused(System.Text.Encoding.UTF8.GetBytes(root.ToJsonString()));
            }
    }

    [Theory]
    [InlineData("\"format\": 2", "\"format\": 3", "of format 3")]
    [InlineData("\"format\": 2", "\"format\": 3, \"what\": 1", "Update ProfitPlanner")]
    [InlineData("\"format\": 2", "\"format\": 0", "does not say its format")]
    [InlineData("\"format\": 2", "\"form\": 1", "does not say its format")]
    [InlineData("\"name\": \"random\",", "", "name")]
    [InlineData("\"encoders\": 2", "\"encoders\": 3", "does not list encoder-3/config.json")]
    [InlineData("\"encoders\": 2", "\"encoders\": 17", "1 to 16 encoders")]
    [InlineData("\"name\": \"intent\"", "\"name\": \"other\"", "first head")]
    [InlineData("\"name\": \"sentiment\"", "\"name\": \"intent\"", "one name")]
    [InlineData("\"delivery\"", "\"refund\"", "one twice")]
    [InlineData("\"maxLength\": 20", "\"maxLength\": 2", "maxLength")]
    [InlineData("\"maxLength\": 20", "\"maxLength\": 25", "needs 14 and 25")]
    [InlineData("\"linearShare\": 0.3", "\"linearShare\": 1.3", "blend")]
    [InlineData("\"linear.safetensors\":", "\"../linear.safetensors\":", "outside the bundle")]
    [InlineData("\"linear.safetensors\":", "\"/linear.safetensors\":", "outside the bundle")]
    [InlineData("\"linear.safetensors\":", "\"a\\u0000b\":", "outside the bundle")]
    [InlineData("\"linear.safetensors\":", "\"encoder\":", "encoder is missing")]
    [InlineData("\"encoder/vocab.txt\":", "\"vocab.txt\":", "vocab.txt is missing")]
    [InlineData("\"none\": null", "\"none\": { \"score\": \"distance\", \"threshold\": 1 }", "no encoder has centroids")]
    public void What_is_wrong_in_a_manifest_is_said(string right, string wrong, string expected)
    {
        RandomBundle.Create(centroids: false).Write(Folder);
        var json = File.ReadAllText(ManifestPath);
        Assert.Contains(right, json, StringComparison.Ordinal);

        File.WriteAllText(ManifestPath, json.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(expected, Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("confusion.json", "null", "is empty")]
    [InlineData("confusion.json", "{", "cannot be read")]
    [InlineData("encoder/config.json", "\"type_vocab_size\": 1", "a text and its context need 2")]
    [InlineData("encoder/config.json", "\"position_embedding_type\": \"relative_key\"", "only 'absolute' can be read")]
    public void What_is_wrong_in_a_file_with_its_hash_is_said(string file, string wrong, string expected)
    {
        RandomBundle.Create().Write(Folder);
        var path = Path.Combine(Folder, file);
        Rewrite(file, file == HeldOutConfusion.FileName ? wrong : File.ReadAllText(path).TrimEnd().TrimEnd('}') + $", {wrong} }}");

        Assert.Contains(expected, Refusal(), StringComparison.Ordinal);
        Assert.Contains(file, Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("encoder-2/model.safetensors", "encoder.layer.0.output.dense.weight", "encoder 2")]
    [InlineData("encoder/model.safetensors", "centroids", "encoder/model.safetensors")]
    [InlineData("linear.safetensors", "linear.bias", "linear.safetensors")]
    public void A_number_that_is_not_finite_is_refused_with_its_tensor(string file, string tensor, string where)
    {
        RandomBundle.Create().Write(Folder);
        var path = Path.Combine(Folder, file);
        var (before, after) = (SafeTensors.Read(path), new SafeTensors());
        foreach (var name in before.Names)
        {
            var numbers = before[name].Bytes.ToArray();
            if (name == tensor)
                numbers.AsSpan(0, 4).Fill(0xFF);
            after.Add(name, new StoredTensor(before[name].Type, before[name].Shape, numbers));
        }
        after.Write(path);
        Rewrite(file, null);

        var message = Refusal(() => IntentClassifier.Load(Folder).Dispose());

        Assert.Contains($"The tensor {tensor} holds a number that is not finite", message, StringComparison.Ordinal);
        Assert.Contains(where, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_none_or_no_bundle_is_said()
    {
        Assert.Contains("is no bundle", Refusal(), StringComparison.Ordinal);
        Directory.CreateDirectory(Folder);
        Assert.Contains("is no bundle", Refusal(), StringComparison.Ordinal);
    }

    private static string Said(Bundle bundle)
    {
        using var classifier = new IntentClassifier(bundle);
        return JsonSerializer.Serialize(classifier.Classify([.. RandomBundle.Texts.Select(text => new Utterance(text, "my card"))]));
    }

    // With the hash that belongs to it, as whoever makes a bad bundle would.
    private void Rewrite(string file, string? content)
    {
        if (content is not null)
            File.WriteAllText(Path.Combine(Folder, file), content);
        var manifest = JsonNode.Parse(File.ReadAllText(ManifestPath))!;
        manifest["files"]![file] = Fingerprint.OfFile(Path.Combine(Folder, file));
        File.WriteAllText(ManifestPath, manifest.ToJsonString());
    }

    private static string Refusal(Action action) => Assert.Throws<InvalidDataException>(action).Message;

    private string Refusal()
    {
        var message = Refusal(() => Bundle.Read(Folder));
        Assert.Contains(Folder, message, StringComparison.Ordinal);
        return message;
    }

    private void WorksOrIsRefused(byte[] manifest)
    {
        File.WriteAllBytes(ManifestPath, manifest);
        try
        {
            using var classifier = IntentClassifier.Load(Folder);
            classifier.Classify([.. RandomBundle.Texts.Select(text => new Utterance(text))], TestContext.Current.CancellationToken);
        }
        catch (InvalidDataException)
        {
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode node) => node switch
    {
        JsonObject value => value.SelectMany(member => Below(member.Key, member.Value)),
        JsonArray list => list.SelectMany((item, i) => Below(i, item)),
        _ => [],
    };

    private static IEnumerable<object[]> Below(object step, JsonNode? node) =>
        [[step], .. node is null ? [] : Paths(node).Select(path => (object[])[step, .. path])];
}
