using Microsoft.ML;

namespace ProfitPlanner.Intents.Training.Tests.MachineLearning;

/// <summary>Learns nothing, and remembers the shape of the columns before it: ML.NET makes one of a schema only inside a chain.</summary>
internal sealed class ShapeProbe(MLContext context) : IEstimator<ITransformer>
{
    public SchemaShape? Seen { get; private set; }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => Seen = inputSchema;

    public ITransformer Fit(IDataView input) => context.Transforms.CopyColumns("Copy", input.Schema[0].Name).Fit(input);
}
