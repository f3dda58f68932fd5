using System.Net;
using System.Text;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Training.Published;
using ProfitPlanner.Intents.Training.Tests.DataSets;

namespace ProfitPlanner.Intents.Training.Tests.Published;

public sealed class PublishedEncoderTests
{
    private static readonly Dictionary<string, string> Contents = new() { ["vocab.txt"] = "[PAD]\n", ["model.safetensors"] = "weights" };

    private static readonly PublishedEncoder Encoder = new(
        "small", "somebody/small", "0123456789012345678901234567890123456789", Contents.ToDictionary(file => file.Key, file => Fingerprint.Of(file.Value)), MadeUpTexts.Config);

    [Fact]
    public async Task Files_are_fetched_from_the_pinned_revision_once()
    {
        using var folder = new TemporaryFolder();
        using var hub = new Hub(file => Answer(Contents[file]));
        var lines = new List<string>();

        await FetchAsync(hub, folder.Path, lines);
        await FetchAsync(hub, folder.Path, lines);

        Assert.Equal(
            [
                "https://huggingface.co/somebody/small/resolve/0123456789012345678901234567890123456789/vocab.txt",
                "https://huggingface.co/somebody/small/resolve/0123456789012345678901234567890123456789/model.safetensors",
            ], hub.Asked);
        Assert.Equal(["fetching somebody/small/vocab.txt", "fetching somebody/small/model.safetensors"], lines);
        Assert.All(Contents, file => Assert.Equal(file.Value, File.ReadAllText(Path.Combine(folder.Path, file.Key))));
        Assert.Equal(MadeUpTexts.Config, BertConfig.Read(Path.Combine(folder.Path, "config.json")));
        Assert.Equal(3, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public async Task A_file_that_was_damaged_is_fetched_again()
    {
        using var folder = new TemporaryFolder();
        using var hub = new Hub(file => Answer(Contents[file]));
        await FetchAsync(hub, folder.Path);
        File.WriteAllText(Path.Combine(folder.Path, "vocab.txt"), "[PAD]");

        await FetchAsync(hub, folder.Path);

        Assert.Equal(3, hub.Asked.Count);
        Assert.Equal("[PAD]\n", File.ReadAllText(Path.Combine(folder.Path, "vocab.txt")));
    }

    [Fact]
    public async Task Of_another_file_than_the_pinned_one_nothing_is_kept()
    {
        using var folder = new TemporaryFolder();
        using var hub = new Hub(_ => Answer("something else"));

        var message = await RefusalAsync(hub, folder.Path);

        Assert.Contains("somebody/small/vocab.txt is not the pinned file", message, StringComparison.Ordinal);
        Assert.Contains(Fingerprint.Of("something else"), message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("no network")]
    [InlineData("not found")]
    [InlineData("too slow")]
    [InlineData("broken off")]
    public async Task Where_nothing_comes_a_sentence_says_what_to_do(string reason)
    {
        using var folder = new TemporaryFolder();
        using var hub = new Hub(_ => reason switch
        {
            "no network" => throw new HttpRequestException("Name or service not known"),
            "not found" => new HttpResponseMessage(HttpStatusCode.NotFound),
            // As HttpClient says it.
            "too slow" => throw new TaskCanceledException("The request was canceled due to the configured HttpClient.Timeout.", new TimeoutException()),
            _ => new HttpResponseMessage { Content = new StreamContent(new BrokenOff()) },
        });

        var message = await RefusalAsync(hub, folder.Path);

        Assert.Contains("somebody/small/vocab.txt could not be fetched", message, StringComparison.Ordinal);
        Assert.Contains("copy config.json, vocab.txt and model.safetensors of small into a folder by hand", message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Whoever_stops_it_is_told_so()
    {
        using var folder = new TemporaryFolder();
        using var source = new CancellationTokenSource();
        using var hub = new Hub(_ =>
        {
            source.Cancel();
            throw new TaskCanceledException();
        });
        using var client = new HttpClient(hub, disposeHandler: false);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Encoder.FetchAsync(client, folder.Path, _ => { }, source.Token));
    }

    [Fact]
    public void What_can_be_fetched_is_pinned() => Assert.All(PublishedEncoder.All, encoder =>
    {
        Assert.Matches("^[0-9a-f]{40}$", encoder.Revision);
        Assert.Equal(["model.safetensors", "vocab.txt"], encoder.Files.Keys.Order());
        Assert.All(encoder.Files.Values, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
        Assert.Equal(0, encoder.Config.HiddenSize % encoder.Config.NumAttentionHeads);
    });

    private static HttpResponseMessage Answer(string content) => new() { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(content)) };

    private static async Task FetchAsync(Hub hub, string folder, List<string>? lines = null)
    {
        using var client = new HttpClient(hub, disposeHandler: false);
        await Encoder.FetchAsync(client, folder, line => lines?.Add(line), TestContext.Current.CancellationToken);
    }

    private static async Task<string> RefusalAsync(Hub hub, string folder) => (await Assert.ThrowsAsync<InvalidDataException>(() => FetchAsync(hub, folder))).Message;

    private sealed class Hub(Func<string, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.ToString());
            return Task.FromResult(answer(Path.GetFileName(request.RequestUri.LocalPath)));
        }
    }

    private sealed class BrokenOff : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("The connection was reset.");

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("The connection was reset.");
    }
}
