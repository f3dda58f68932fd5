using ProfitPlanner.Intents.Bundles;

namespace ProfitPlanner.Intents.Training.Native;

/// <summary>
/// A private copy of TorchSharp's native library in which the need of a newer libstdc++ is weak. Nothing of that version
/// is used: one symbol carries it, which no relocation refers to. See docs/intents/training.md, "Where it runs".
/// </summary>
internal static class WeakenedBridge
{
    /// <summary>The version of libstdc++ that GCC 13 brought, and Debian 12, Ubuntu 22.04 and RHEL 9 lack.</summary>
    public const string Need = "GLIBCXX_3.4.32";

    /// <summary>"off" where no altered copy may be made.</summary>
    public const string Switch = "PROFITPLANNER_TORCH_COPY";

    // Of TorchSharp 0.107.0: as it ships, and with the one flag set.
    private const string Shipped = "cf33b1b0bb6bbb9754a768fb5c5d04d9f498603be50e73f55621a0b40ee608b8";
    private const string Weakened = "5968efac8270eff8a2b5ca7381612ea9cc54d81cf4104a54e0e6106b7b5f11e3";

    // An entry of .gnu.version_r (Elf64_Vernaux): hash of the version's name, flags, index.
    private static readonly byte[] Strong = [0x42, 0xf8, 0x97, 0x02, 0x00, 0x00, 0x12, 0x00];
    private const int Flags = 4;
    private const byte Weak = 2;

    /// <summary>The path of the copy, made where it is not there yet.</summary>
    /// <exception cref="TorchUnavailableException">Copies are switched off, or the library is not the one that is known.</exception>
    public static string Of(string bridge)
    {
        if (Environment.GetEnvironmentVariable(Switch) == "off")
            throw new TorchUnavailableException(
                $"TorchSharp's native library needs {Need} (GCC 13), which this system's libstdc++ lacks, and {Switch} is off. Train on Ubuntu 24.04 or later, or allow the private copy.");

        var copy = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
            "profitplanner", "torch", Weakened, Path.GetFileName(bridge));
        if (!File.Exists(copy) || Fingerprint.OfFile(copy) != Weakened)
            Make(bridge, copy);
        return copy;
    }

    /// <summary>The library with the need made weak.</summary>
    internal static byte[] Weaken(byte[] library)
    {
        if (Fingerprint.Of(library) != Shipped)
            throw new TorchUnavailableException($"TorchSharp's native library is not that of version 0.107.0, and its need of {Need} is left as it is. Train on Ubuntu 24.04 or later.");
        library[library.AsSpan().IndexOf(Strong) + Flags] = Weak;
        return Fingerprint.Of(library) == Weakened ? library : throw new TorchUnavailableException("The private copy of TorchSharp's native library is not what it should be.");
    }

    private static void Make(string bridge, string copy)
    {
        var bytes = Weaken(File.ReadAllBytes(bridge));
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        // Several processes may come here at once; each moves a whole file into place.
        var part = $"{copy}.{Environment.ProcessId}";
        File.WriteAllBytes(part, bytes);
        File.Move(part, copy, overwrite: true);
    }
}
