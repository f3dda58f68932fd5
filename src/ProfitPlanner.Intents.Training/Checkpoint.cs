using System.Text.Json;
using ProfitPlanner.Intents.Bundles;

namespace ProfitPlanner.Intents.Training;

/// <summary>A state of training on disk, from which it goes on after a kill as if there had been none.</summary>
/// <remarks>One folder a checkpoint, whole once it has its name; older ones are deleted after that.</remarks>
internal sealed class Checkpoint(string folder)
{
    /// <summary>The file of what is trained.</summary>
    public const string Network = "network.safetensors";

    /// <summary>The file of the optimizer's state.</summary>
    public const string Optimizer = "optimizer.bin";

    private const string State = "state.json";

    /// <summary>What is beside the tensors.</summary>
    /// <param name="Purpose">What was being trained from what: only the same goes on.</param>
    /// <param name="Epoch">Epochs done.</param>
    /// <param name="Step">Steps done.</param>
    /// <param name="Score">The best dev result so far; in pre-training the running mean of the loss.</param>
    /// <param name="BestEpoch">The epoch it is of.</param>
    public sealed record Progress(string Purpose, int Epoch, int Step, double Score, int BestEpoch);

    public string PathOf(string file) => Path.Combine(folder, file);

    /// <summary>The latest of a purpose under a folder; null where there is none.</summary>
    public static (Checkpoint Checkpoint, Progress Progress)? Latest(string parent, string purpose) =>
        !Directory.Exists(parent) ? null
        : Directory.GetDirectories(parent, "step-*")
            // One without a state was being deleted when training was killed: a later one is there.
            .Where(path => !path.EndsWith(".part", StringComparison.Ordinal) && File.Exists(Path.Combine(path, State)))
            .Select(path => new Checkpoint(path))
            .Select(checkpoint => checkpoint.Read() is { } progress ? ((Checkpoint Checkpoint, Progress Progress)?)(checkpoint, progress) : null)
            .Where(found => found?.Progress.Purpose == purpose)
            .MaxBy(found => found!.Value.Progress.Step);

    // After a loss of power a file may be empty; then training begins anew.
    private Progress? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Progress>(File.ReadAllBytes(PathOf(State)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What training began from, as a part of its purpose.</summary>
    public static string Start(SafeTensors? weights) =>
        weights is null ? "nothing" : string.Join(',', weights.Names.Select(name => $"{name} {Fingerprint.Of(weights[name].Bytes.Span)}"));

    /// <summary>Writes one, and removes those before.</summary>
    public static void Write(string parent, Progress progress, Action<Checkpoint> write)
    {
        Directory.CreateDirectory(parent);
        string[] before = Directory.GetDirectories(parent, "step-*");
        var path = Path.Combine(parent, $"step-{progress.Step}");
        var part = path + ".part";
        if (Directory.Exists(part))
            Directory.Delete(part, recursive: true);
        Directory.CreateDirectory(part);
        write(new Checkpoint(part));
        File.WriteAllBytes(Path.Combine(part, State), JsonSerializer.SerializeToUtf8Bytes(progress));
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        Directory.Move(part, path);
        foreach (var old in before.Where(old => old != path && Directory.Exists(old)))
        {
            // First, so that a half of it is never taken for whole.
            File.Delete(Path.Combine(old, State));
            Directory.Delete(old, recursive: true);
        }
    }
}
