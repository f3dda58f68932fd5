using ProfitPlanner.Intents.Bundles;
namespace ProfitPlanner.Intents.Ngrams;
/// <summary>placeholder</summary>
public sealed class LinearModel
{
    /// <summary>x</summary>
    public float[] Logits(string text, string? context = null) => throw new NotSupportedException(text + context);
    /// <summary>x</summary>
    public void AddTo(SafeTensors file) => throw new NotSupportedException(file.ToString());
    /// <summary>x</summary>
    public static LinearModel From(SafeTensors file, int labels) => throw new NotSupportedException(file.ToString() + labels);
}
