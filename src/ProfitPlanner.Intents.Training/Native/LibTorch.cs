using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using TorchSharp;

namespace ProfitPlanner.Intents.Training.Native;

/// <summary>Loads libtorch, once for a process, before anything of TorchSharp is used. See docs/intents/training.md, "Where it runs".</summary>
public static class LibTorch
{
    private const string Bridge = "libLibTorchSharp.so";

    private static readonly Lazy<Exception?> Problem = new(Load);

    /// <summary>Held while training: random numbers and threads are the process's, and two at once would not give the same bits again.</summary>
    internal static readonly Lock Training = new();

    /// <summary>Whether training can run here.</summary>
    public static bool IsAvailable => Problem.Value is null;

    /// <summary>Loads it, with a number of threads for every operation.</summary>
    /// <param name="threads">At least 1; without it, one a core.</param>
    /// <exception cref="TorchUnavailableException">It cannot be loaded here.</exception>
    public static void Require(int? threads = null)
    {
        if (Problem.Value is { } problem)
            throw problem as TorchUnavailableException ?? new TorchUnavailableException(
                $"libtorch could not be loaded: {problem.Message} Training does not run here; prediction does.", problem);
        torch.set_num_threads(threads ?? Environment.ProcessorCount);
    }

    private static Exception? Load()
    {
        try
        {
            if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
                throw new TorchUnavailableException(
                    $"Training needs libtorch, which comes with this program for Linux on x64 only, and this is {RuntimeInformation.RuntimeIdentifier}. Prediction runs here; train on such a machine and copy the bundle.");
            var folder = Folder();
            // Before the bridge that needs them: its private copy does not lie beside them.
            foreach (var library in (string[])["libc10.so", "libtorch_cpu.so", "libtorch.so"])
                NativeLibrary.Load(Path.Combine(folder, library));
            var bridge = LoadBridge(Path.Combine(folder, Bridge));
            AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => name == "LibTorchSharp" ? bridge : 0;
            torch.InitializeDeviceType(DeviceType.CPU);
            return null;
        }
        catch (Exception e) when (e is TorchUnavailableException or DllNotFoundException or BadImageFormatException or IOException or UnauthorizedAccessException or NotSupportedException or TypeInitializationException)
        {
            return e;
        }
    }

    private static nint LoadBridge(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (DllNotFoundException e) when (e.Message.Contains(WeakenedBridge.Need, StringComparison.Ordinal))
        {
            return NativeLibrary.Load(WeakenedBridge.Of(path));
        }
    }

    private static string Folder()
    {
        string[] folders = [AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native")];
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "libtorch_cpu.so")))
            ?? throw new TorchUnavailableException($"libtorch_cpu.so is in none of {string.Join(", ", folders)}: restore and build the project anew.");
    }
}
