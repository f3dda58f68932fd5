using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;

namespace ProfitPlanner.Intents.Training.Published;

/// <summary>An encoder that others pre-trained and published, by a revision that does not change.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Repository">On the Hugging Face hub.</param>
/// <param name="Revision">The commit, 40 hexadecimal digits.</param>
/// <param name="Files">SHA-256 of each file that is fetched.</param>
/// <param name="Config">Its size; written, not fetched: published ones hold much that is not about the size.</param>
public sealed record PublishedEncoder(string Name, string Repository, string Revision, IReadOnlyDictionary<string, string> Files, BertConfig Config)
{
    private const string EnglishWords = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3";

    /// <summary>Those that can be fetched.</summary>
    public static readonly IReadOnlyList<PublishedEncoder> All =
    [
        new("bert-base-uncased", "google-bert/bert-base-uncased", "86b5e0934494bd15c9632b12f734a8a67f723594",
            Of(EnglishWords, "68d45e234eb4a928074dfd868cead0219ab85354cc53d20e772753c6bb9169d3"), Size(30_522, 12, 768, 12)),
        new("MiniLM", "sentence-transformers/all-MiniLM-L6-v2", "1110a243fdf4706b3f48f1d95db1a4f5529b4d41",
            Of(EnglishWords, "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"), Size(30_522, 6, 384, 12)),
        new("bert-base-chinese", "google-bert/bert-base-chinese", "8f23c25b06e129b6c986331a13d8d025a92cf0ea",
            Of("45bbac6b341c319adc98a532532882e91a9cefc0329aa57bac9ae761c27b291c", "3404a1ffd8da507042e8161013ba2a4fc49858b4e3f8fbf5ce5724f94883aec3"), Size(21_128, 12, 768, 12)),
    ];

    /// <summary>Fetches its files into a folder in Hugging Face's layout; what is there with the right hash is left.</summary>
    /// <param name="client">How.</param>
    /// <param name="folder">Is made.</param>
    /// <param name="tell">Hears a line a file.</param>
    /// <param name="cancellationToken">Stops the transfer.</param>
    /// <exception cref="InvalidDataException">There is no network, no such file, or another file than the pinned one: a sentence.</exception>
    public async Task FetchAsync(HttpClient client, string folder, Action<string> tell, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(folder);
        foreach (var (file, hash) in Files)
        {
            var path = Path.Combine(folder, file);
            if (File.Exists(path) && Fingerprint.OfFile(path) == hash)
                continue;
            tell($"fetching {Repository}/{file}");
            var part = path + ".part";
            await TransferAsync(client, file, part, cancellationToken);
            if (Fingerprint.OfFile(part) is var got && got != hash)
            {
                File.Delete(part);
                throw new InvalidDataException($"{Repository}/{file} is not the pinned file: its SHA-256 is {got}, not {hash}. Nothing was kept of it.");
            }
            File.Move(part, path, overwrite: true);
        }
        Config.Write(Path.Combine(folder, EncoderFolder.ConfigFile));
    }

    private async Task TransferAsync(HttpClient client, string file, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri($"https://huggingface.co/{Repository}/resolve/{Revision}/{file}"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            response.EnsureSuccessStatusCode();
            await using var to = File.Create(path);
            await response.Content.CopyToAsync(to, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException { InnerException: TimeoutException })
        {
            File.Delete(path);
            throw new InvalidDataException(
                $"{Repository}/{file} could not be fetched: {e.Message} Without a network, copy config.json, vocab.txt and model.safetensors of {Name} into a folder by hand, and give it to --encoder.", e);
        }
    }

    private static Dictionary<string, string> Of(string words, string weights) => new() { [EncoderFolder.VocabularyFile] = words, [EncoderFolder.WeightsFile] = weights };

    private static BertConfig Size(int words, int blocks, int hidden, int heads) => new()
    {
        VocabSize = words,
        NumHiddenLayers = blocks,
        HiddenSize = hidden,
        NumAttentionHeads = heads,
        IntermediateSize = 4 * hidden,
        MaxPositionEmbeddings = 512,
    };
}
