using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Training.Tests.DataSets;

namespace ProfitPlanner.Intents.Training.Tests;

public sealed class CheckpointTests
{
    [Fact]
    public void The_latest_of_a_purpose_is_found_and_the_ones_before_are_gone()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, "this", step: 9);
        Write(folder.Path, "this", step: 10);

        var found = Checkpoint.Latest(folder.Path, "this");

        Assert.Equal(new Checkpoint.Progress("this", 1, 10, 0.1, 1), found?.Progress);
        Assert.Equal("10", File.ReadAllText(found!.Value.Checkpoint.PathOf("weights")));
        Assert.Null(Checkpoint.Latest(folder.Path, "that"));
        Assert.Single(Directory.GetDirectories(folder.Path));
    }

    [Fact]
    public void One_that_was_not_finished_is_none()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, "this", step: 9);

        Assert.Throws<IOException>(() => Checkpoint.Write(folder.Path, new("this", 2, 10, 0, 0), _ => throw new IOException("The disk is full.")));
        Assert.Equal(9, Checkpoint.Latest(folder.Path, "this")?.Progress.Step);

        Write(folder.Path, "this", step: 10);
        Assert.Equal(10, Checkpoint.Latest(folder.Path, "this")?.Progress.Step);
        Assert.Single(Directory.GetDirectories(folder.Path));
    }

    [Fact]
    public void One_that_was_half_deleted_when_training_was_killed_is_none()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "step-9"));
        Assert.Null(Checkpoint.Latest(folder.Path, "this"));

        Write(folder.Path, "this", step: 10);
        Directory.CreateDirectory(Path.Combine(folder.Path, "step-9"));
        Assert.Equal(10, Checkpoint.Latest(folder.Path, "this")?.Progress.Step);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{ \"Purpose\": ")]
    public void One_whose_state_was_lost_with_the_power_is_none(string state)
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, "this", step: 9);
        File.WriteAllText(Path.Combine(folder.Path, "step-9", "state.json"), state);

        Assert.Null(Checkpoint.Latest(folder.Path, "this"));
    }

    [Fact]
    public void Without_a_folder_there_is_none() => Assert.Null(Checkpoint.Latest("/no/such/folder", "this"));

    [Fact]
    public void Other_weights_to_begin_with_are_another_start()
    {
        Assert.NotEqual(Checkpoint.Start(Weights("a", 1)), Checkpoint.Start(Weights("a", 2)));
        Assert.NotEqual(Checkpoint.Start(Weights("a", 1)), Checkpoint.Start(Weights("b", 1)));
        Assert.NotEqual(Checkpoint.Start(Weights("a", 1)), Checkpoint.Start(null));
        Assert.Equal(Checkpoint.Start(Weights("a", 1)), Checkpoint.Start(Weights("a", 1)));
    }

    private static SafeTensors Weights(string name, float number)
    {
        var weights = new SafeTensors();
        weights.Add(name, [number], TensorType.F32, 1);
        return weights;
    }

    private static void Write(string folder, string purpose, int step) => Checkpoint.Write(
        folder, new(purpose, 1, step, 0.1, 1), checkpoint => File.WriteAllText(checkpoint.PathOf("weights"), $"{step}"));
}
