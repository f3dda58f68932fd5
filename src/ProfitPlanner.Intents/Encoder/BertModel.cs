using ProfitPlanner.Intents.Bundles;

namespace ProfitPlanner.Intents.Encoder;

/// <summary>An encoder with its heads, as weights that any engine can run.</summary>
/// <remarks>
/// Names are those of Hugging Face's BertModel without the prefix <c>bert.</c>: <c>embeddings.word_embeddings.weight</c>,
/// <c>encoder.layer.0.attention.self.query.weight</c> …; matrices are [out, in]. Heads: see <see cref="Head"/>.
/// </remarks>
public sealed record BertModel(BertConfig Config, IReadOnlyList<Head> Heads, SafeTensors Weights);
