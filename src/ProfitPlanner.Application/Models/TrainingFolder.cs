using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Jobs;

namespace ProfitPlanner.Application.Models;

/// <summary>The private folder of one training: labelled texts, checkpoints, the bundle. It outlives a crash, so that training goes on where it was.</summary>
internal sealed class TrainingFolder
{
    /// <summary>The largest bundle that is kept [bytes].</summary>
    public const int LargestBundle = 16 << 20;

    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(7);

    private readonly string _path;

    private TrainingFolder(string path) => _path = path;

    public string Train => Path.Combine(_path, "train.csv");

    public string HeldOut => Path.Combine(_path, "held-out.csv");

    /// <summary>The folder that the training program writes.</summary>
    public string Bundle => Path.Combine(_path, "model");

    /// <summary>Whether the texts are there from an attempt before: with the same ones it goes on.</summary>
    public bool HasTexts => File.Exists(Train) && File.Exists(HeldOut);

    /// <summary>Whether an attempt before has trained it; it is whole once it is there.</summary>
    public bool HasBundle => Directory.Exists(Bundle);

    /// <summary>Removes what crashes have left long ago.</summary>
    /// <param name="parent">Of all trainings.</param>
    public static void RemoveForgotten(string parent)
    {
        if (Directory.Exists(parent))
            foreach (var old in Directory.GetDirectories(parent).Where(old => Directory.GetLastWriteTimeUtc(old) < DateTime.UtcNow - Forgotten))
                try
                {
                    Directory.Delete(old, recursive: true);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // Another app has just removed it, or it is of another one's user.
                }
    }

    /// <param name="parent">Of all trainings.</param>
    public static TrainingFolder Open(string parent, Guid model)
    {
        RemoveForgotten(parent);
        var folder = new TrainingFolder(Path.Combine(parent, model.ToString("N")));
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder._path);
        else
            Directory.CreateDirectory(folder._path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    /// <summary>The bundle as a zip file.</summary>
    /// <exception cref="JobFailedException">It is too large.</exception>
    public byte[] Zip()
    {
        var zip = BundleArchive.Of(Bundle);
        return zip.Length <= LargestBundle ? zip : throw new JobFailedException("ModelTooLarge");
    }

    public void Delete()
    {
        if (Directory.Exists(_path))
            Directory.Delete(_path, recursive: true);
    }
}
