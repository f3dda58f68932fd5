using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ProfitPlanner.Intents.Training.Encoder;

/// <summary>Weights between torch's parameters and the names and shapes of Hugging Face's layout.</summary>
internal static class BertWeights
{
    private const string Fused = "attention.self.qkv.";

    private const string Prefix = "bert.";

    private static readonly string[] Parts = ["query", "key", "value"];

    /// <summary>What a published checkpoint may lack: its pooler, where it was made without.</summary>
    private const string Pooler = "pooler.";

    /// <summary>Every parameter, under the names of <see cref="BertModel"/>.</summary>
    public static SafeTensors Save(nn.Module module)
    {
        var file = new SafeTensors();
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        foreach (var (name, parameter) in Named(module))
        {
            var numbers = Numbers(parameter);
            if (!name.Contains(Fused, StringComparison.Ordinal))
            {
                file.Add(Bare(name), numbers, TensorType.F32, Shape(parameter));
                continue;
            }
            var third = numbers.Length / Parts.Length;
            int[] shape = [(int)parameter.shape[0] / Parts.Length, .. Shape(parameter).Skip(1)];
            for (var i = 0; i < Parts.Length; i++)
                file.Add(Bare(PartOf(name, Parts[i])), numbers.AsSpan(i * third, third), TensorType.F32, shape);
        }
        return file;
    }

    /// <summary>
    /// Takes every parameter of a module from a file. Names may have the prefix <c>bert.</c> of a checkpoint with heads, and
    /// those of normalisation may be TensorFlow's, <c>gamma</c> and <c>beta</c>, as in the first published checkpoints.
    /// </summary>
    /// <param name="module">An encoder, or a network of encoder and heads.</param>
    /// <param name="file">What is in it beside is left alone.</param>
    /// <exception cref="InvalidDataException">A tensor is missing or of another shape; it is named.</exception>
    public static void Load(nn.Module module, SafeTensors file)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        foreach (var (name, parameter) in Named(module))
        {
            if (name.Contains(Pooler, StringComparison.Ordinal) && Stored(name) is null)
                continue;
            if (!name.Contains(Fused, StringComparison.Ordinal))
            {
                Fill(parameter, Read(name, Shape(parameter)));
                continue;
            }
            int[] shape = [(int)parameter.shape[0] / Parts.Length, .. Shape(parameter).Skip(1)];
            Fill(parameter, [.. Parts.SelectMany(part => Read(PartOf(name, part), shape))]);
        }

        float[] Read(string name, int[] shape) => file.Floats(Stored(name) ?? Bare(name), shape);

        string? Stored(string name)
        {
            name = Bare(name);
            var first = name.Replace("LayerNorm.weight", "LayerNorm.gamma", StringComparison.Ordinal).Replace("LayerNorm.bias", "LayerNorm.beta", StringComparison.Ordinal);
            return ((string[])[name, Prefix + name, first, Prefix + first]).FirstOrDefault(file.Has);
        }
    }

    /// <summary>The numbers of a parameter, in its order.</summary>
    public static float[] Numbers(Tensor parameter) => parameter.detach().contiguous().data<float>().ToArray();

    // Torch forbids points in the names of modules; slashes stand for them.
    private static IEnumerable<(string Name, Parameter Parameter)> Named(nn.Module module) =>
        module.named_parameters().Select(named => (named.name.Replace('/', '.'), named.parameter));

    private static void Fill(Parameter parameter, float[] numbers) => parameter.copy_(tensor(numbers, parameter.shape));

    private static int[] Shape(Tensor parameter) => [.. parameter.shape.Select(size => (int)size)];

    private static string Bare(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;

    private static string PartOf(string name, string part) => name.Replace(Fused, $"attention.self.{part}.", StringComparison.Ordinal);
}
