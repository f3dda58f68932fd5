using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>The draws of all uncertain numbers, and what each alternative brings in them.</summary>
internal sealed class Draws
{
    private readonly InputSampler _sampler;

    public Draws(InputSampler sampler, IReadOnlyList<Alternative> alternatives, CancellationToken cancellationToken)
    {
        _sampler = sampler;
        Trials = sampler.Begin(sampler.Replicates);
        Inputs = [.. sampler.Inputs.Select(_ => new double[Trials])];
        Profits = [.. alternatives.Select(_ => new double[Trials])];
        var places = sampler.Inputs.Select(ValueOfInformation.Identity).ToList();
        var models = alternatives.Select(each => each.Scenario is { } scenario ? CompiledScenario.Of(scenario) : null).ToList();
        var owned = models.Select(model => model?.Inputs.Select(input => places.IndexOf(ValueOfInformation.Identity(input))).ToArray() ?? []).ToList();

        var all = sampler.NewColumns();
        var own = models.Select(model => model is null ? null : new SampleColumns(model.Inputs.Count, sampler.BlockLength)).ToList();
        foreach (var block in sampler.Blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sampler.Fill(block, all);
            for (var input = 0; input < Inputs.Length; input++)
                all.Column(input)[..block.Count].CopyTo(Inputs[input].AsSpan(block.Offset));
            for (var alternative = 0; alternative < models.Count; alternative++)
            {
                if (models[alternative] is not { } model)
                    continue;
                for (var column = 0; column < owned[alternative].Length; column++)
                    all.Column(owned[alternative][column]).CopyTo(own[alternative]!.Column(column));
                model.Profit(own[alternative]!, block.Count, Profits[alternative].AsSpan(block.Offset, block.Count));
            }
        }
    }

    public int Trials { get; }

    /// <summary>The values of each input, by trial.</summary>
    public double[][] Inputs { get; }

    /// <summary>The profit of each alternative, by trial.</summary>
    public double[][] Profits { get; }

    /// <summary>The standard error of the mean of one result a trial.</summary>
    public double StandardError(double[] values) => _sampler.StandardError(values);
}
