using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Ngrams;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Bundles;

/// <summary>A trained classifier as a folder: the manifest, an encoder or several in Hugging Face's layout, the linear model. See docs/intents/bundle.md.</summary>
/// <param name="Manifest">What it says of itself; its files may be stale until it is written.</param>
/// <param name="Vocabulary">Of all encoders.</param>
/// <param name="Encoders">Of one width, with the manifest's heads.</param>
/// <param name="Centroids">Of each encoder; empty where distance is not looked at.</param>
/// <param name="Linear">Null where there is none.</param>
public sealed record Bundle(
    Manifest Manifest, Vocabulary Vocabulary, IReadOnlyList<BertModel> Encoders, IReadOnlyList<Centroids> Centroids, LinearModel? Linear)
{
    private const string LinearFile = "linear.safetensors";

    /// <summary>Its errors on held-out texts; null of a bundle that does not say, and where a text may have several labels.</summary>
    public HeldOutConfusion? Confusion { get; init; }

    /// <summary>Reads a bundle; every file is compared with its hash first.</summary>
    /// <exception cref="InvalidDataException">A sentence that says what is wrong, and where.</exception>
    public static Bundle Read(string folder)
    {
        var manifest = Manifest.Read(folder);
        foreach (var (file, hash) in manifest.Files)
            Check(folder, file, hash);

        var labels = manifest.Heads[0].Labels.Count;
        var vocabulary = Vocabulary.Read(PathOf(manifest, folder, Name(0, EncoderFolder.VocabularyFile)));
        var (encoders, centroids) = (new List<BertModel>(), new List<Centroids>());
        for (var i = 0; i < manifest.Encoders; i++)
        {
            var config = BertConfig.Read(PathOf(manifest, folder, Name(i, EncoderFolder.ConfigFile)));
            var weights = SafeTensors.Read(PathOf(manifest, folder, Name(i, EncoderFolder.WeightsFile)));
            if (config.MaxPositionEmbeddings < manifest.MaxLength || config.VocabSize < vocabulary.Count)
                throw new InvalidDataException(
                    $"{folder}: {Name(i, EncoderFolder.ConfigFile)} is of {config.VocabSize} tokens and texts of {config.MaxPositionEmbeddings}; the bundle needs {vocabulary.Count} and {manifest.MaxLength}.");
            encoders.Add(new BertModel(config, manifest.Heads, weights));
            if (In(folder, Name(i, EncoderFolder.WeightsFile), () => Classification.Centroids.From(weights, labels, config.HiddenSize)) is { } own)
                centroids.Add(own);
        }
        if (centroids.Count is not 0 && centroids.Count != encoders.Count)
            throw new InvalidDataException($"{folder}: some encoders have centroids and others none.");
        if (centroids.Count == 0 && manifest.None is { Score: NoneScore.Distance })
            throw new InvalidDataException($"{folder}: 'none of these' goes by distance, and no encoder has centroids.");
        return new Bundle(
            manifest,
            vocabulary,
            encoders,
            centroids,
            manifest.Files.ContainsKey(LinearFile) ? In(folder, LinearFile, () => LinearModel.From(SafeTensors.Read(PathOf(manifest, folder, LinearFile)), labels)) : null)
        {
            Confusion = manifest.Files.ContainsKey(HeldOutConfusion.FileName)
                ? HeldOutConfusion.Read(PathOf(manifest, folder, HeldOutConfusion.FileName), manifest.Heads[0].Labels)
                : null,
        };
    }

    /// <summary>Refuses a folder that a bundle may not be written to: ask before hours of training.</summary>
    /// <exception cref="InvalidDataException">The folder exists and holds something else.</exception>
    public static void RequireRoom(string folder)
    {
        if (HoldsSomethingElse(Path.GetFullPath(folder)))
            throw new InvalidDataException($"{folder} exists and holds what is of no bundle; name another folder.");
    }

    /// <summary>Writes a bundle; one that stood there is replaced only once the new one is whole.</summary>
    /// <param name="folder">Is made.</param>
    /// <param name="type">Of the encoders' weights: F32, or F16 in half the space.</param>
    /// <param name="more">Other files by their names: a model card.</param>
    /// <exception cref="InvalidDataException">The folder holds something else, too.</exception>
    public void Write(string folder, TensorType type = TensorType.F32, IReadOnlyDictionary<string, string>? more = null)
    {
        RequireRoom(folder);
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var part = folder + ".part";
        if (Directory.Exists(part))
            Directory.Delete(part, recursive: true);

        for (var i = 0; i < Encoders.Count; i++)
            new EncoderFolder(Encoders[i].Config, Vocabulary, WeightsOf(i, type)).Write(Path.Combine(part, FolderOf(i)));
        if (Linear is not null)
        {
            var linear = new SafeTensors();
            Linear.AddTo(linear);
            linear.Write(Path.Combine(part, LinearFile));
        }
        Confusion?.Write(part);
        foreach (var (name, text) in more ?? new Dictionary<string, string>())
            File.WriteAllText(Path.Combine(part, name), text);

        var files = FilesIn(part).ToDictionary(file => file, file => Fingerprint.OfFile(Path.Combine(part, file)));
        (Manifest with { Files = files }).Write(part);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.Move(part, folder);
    }

    private static bool HoldsSomethingElse(string folder)
    {
        if (!Directory.Exists(folder))
            return File.Exists(folder);
        var files = FilesIn(folder);
        return files.Length > 0 && !(files.Contains(Manifest.FileName) && files.Except(Manifest.Read(folder).Files.Keys).SequenceEqual([Manifest.FileName]));
    }

    private static string[] FilesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static string FolderOf(int encoder) => encoder == 0 ? "encoder" : $"encoder-{encoder + 1}";

    private static string Name(int encoder, string file) => $"{FolderOf(encoder)}/{file}";

    private SafeTensors WeightsOf(int encoder, TensorType type)
    {
        var file = new SafeTensors();
        var weights = Encoders[encoder].Weights;
        // A bundle that was read has its old centroids among them.
        foreach (var name in weights.Names.Where(name => name != Classification.Centroids.Name))
            file.Add(name, weights.Floats(name, weights[name].Shape), type, weights[name].Shape);
        if (Centroids.Count > 0)
            Centroids[encoder].AddTo(file);
        return file;
    }

    private static T In<T>(string folder, string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e) when (!e.Message.StartsWith(folder, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{Path.Combine(folder, file)}: {e.Message}", e);
        }
    }

    // What no hash vouches for is not read.
    private static string PathOf(Manifest manifest, string folder, string file) =>
        manifest.Files.ContainsKey(file) ? Path.Combine(folder, file) : throw new InvalidDataException($"{folder}: the manifest does not list {file}.");

    private static void Check(string folder, string file, string hash)
    {
        var path = Path.Combine(folder, file);
        if (file.Contains('\0') || Path.IsPathRooted(file) || !Path.GetFullPath(path).StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new InvalidDataException($"{folder}: the manifest lists {file}, which lies outside the bundle.");
        if (!File.Exists(path))
            throw new InvalidDataException($"{folder}: {file} is missing. Copy the bundle again.");
        if (Fingerprint.OfFile(path) != hash)
            throw new InvalidDataException($"{folder}: {file} is not the file that was saved: its SHA-256 differs from the manifest's. Copy the bundle again.");
    }
}
