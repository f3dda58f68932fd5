using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Training.Native;
using ProfitPlanner.Intents.Training.Tests.DataSets;

namespace ProfitPlanner.Intents.Training.Tests.Native;

[Collection(TorchCollection.Name)]
public sealed class WeakenedBridgeTests
{
    private const string Known = "5968efac8270eff8a2b5ca7381612ea9cc54d81cf4104a54e0e6106b7b5f11e3";

    [Fact]
    public void Libtorch_is_loaded_here()
    {
        LibTorch.Require(threads: 1);

        Assert.True(LibTorch.IsAvailable);
        Assert.Equal(1, TorchSharp.torch.get_num_threads());
    }

    [Fact]
    public void Only_the_library_that_is_known_is_altered()
    {
        Assert.Contains("not that of version 0.107.0", Refusal(() => WeakenedBridge.Weaken([0x7F, 0x45, 0x4C, 0x46])), StringComparison.Ordinal);
        var library = File.ReadAllBytes(Bridge());
        library[^1] ^= 1;
        Assert.Contains(WeakenedBridge.Need, Refusal(() => WeakenedBridge.Weaken(library)), StringComparison.Ordinal);
    }

    [Fact]
    public void One_byte_is_altered()
    {
        var library = File.ReadAllBytes(Bridge());

        var copy = WeakenedBridge.Weaken(library.ToArray());

        Assert.Equal(Known, Fingerprint.Of(copy));
        Assert.Equal((0, 2), Assert.Single(library.Zip(copy).Where(pair => pair.First != pair.Second).Select(pair => ((int)pair.First, (int)pair.Second))));
    }

    [Fact]
    public void The_copy_is_made_once_and_made_anew_where_it_is_damaged()
    {
        var bridge = Bridge();
        using var folder = new TemporaryFolder();
        WithVariable("XDG_DATA_HOME", folder.Path, () =>
        {
            var copy = WeakenedBridge.Of(bridge);
            Assert.StartsWith(folder.Path, copy, StringComparison.Ordinal);
            Assert.Equal(Known, Fingerprint.OfFile(copy));
            var made = File.GetLastWriteTimeUtc(copy);

            Assert.Equal(copy, WeakenedBridge.Of(bridge));
            Assert.Equal(made, File.GetLastWriteTimeUtc(copy));

            File.WriteAllText(copy, "damaged");
            Assert.Equal(Known, Fingerprint.OfFile(WeakenedBridge.Of(bridge)));
            Assert.Single(Directory.GetFiles(Path.GetDirectoryName(copy)!));
        });
    }

    [Fact]
    public void No_copy_is_made_where_it_is_switched_off()
    {
        var bridge = Bridge();
        using var folder = new TemporaryFolder();
        WithVariable("XDG_DATA_HOME", folder.Path, () => WithVariable(WeakenedBridge.Switch, "off", () =>
            Assert.Contains($"{WeakenedBridge.Switch} is off", Refusal(() => WeakenedBridge.Of(bridge)), StringComparison.Ordinal)));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static string Bridge()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", "libLibTorchSharp.so");
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(path), "TorchSharp's native library for Linux on x64 is not beside the tests.");
        // Loaded before a variable is set that decides how.
        Assert.True(LibTorch.IsAvailable);
        return path;
    }

    private static void WithVariable(string name, string value, Action test)
    {
        var before = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
        try
        {
            test();
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, before);
        }
    }

    private static string Refusal(Action action) => Assert.Throws<TorchUnavailableException>(action).Message;
}
