using System.Runtime.InteropServices;
using CsCheck;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Ngrams;

namespace ProfitPlanner.Intents.Tests.Ngrams;

public sealed class LinearModelTests
{
    private const int Labels = 3;

    private static readonly NgramFeatures Features = NgramFeatures.Learn(
        ["where is my card", "where is my order", "卡在哪里", "卡丢了"], new NgramOptions());

    private static readonly Gen<float[]> SomeWeights = Gen.Float[-5, 5].Array[Features.Count * Labels];

    private static readonly float[] Bias = [0.5f, -1, 0];

    [Fact]
    public void Logits_are_those_of_the_weights_to_half_a_step_of_their_rounding() => SomeWeights.Sample(weights =>
    {
        var model = LinearModel.Of(Features, HeadKind.OneLabel, weights, Bias);
        var vector = Features.Of("where is the card 卡");
        var logits = model.Logits("where is the card 卡");
        for (var label = 0; label < Labels; label++)
        {
            var exact = Bias[label] + vector.Indices.Select((feature, i) => (double)vector.Values[i] * weights[feature * Labels + label]).Sum();
            Assert.Equal(exact, logits[label], vector.Values.Sum() * 5 / 127 / 2 + 1e-4);
        }
    }, iter: 50);

    [Fact]
    public void A_model_that_was_saved_gives_the_same_bits() => SomeWeights.Sample(weights =>
    {
        var model = LinearModel.Of(Features, HeadKind.AnyLabels, weights, Bias);
        var read = LinearModel.From(Saved(model), Labels);
        Assert.Equal((model.Kind, model.Labels, model.Features), (read.Kind, read.Labels, read.Features));
        Assert.Equal(model.Logits("where is the card 卡", "before"), read.Logits("where is the card 卡", "before"));
    }, iter: 50);

    [Fact]
    public void A_feature_without_weight_changes_nothing() =>
        Assert.Equal(Bias, LinearModel.Of(Features, HeadKind.OneLabel, new float[Features.Count * Labels], Bias).Logits("where is my card"));

    [Fact]
    public void A_model_of_tokens_is_not_linear() => Assert.Throws<ArgumentOutOfRangeException>(
        () => LinearModel.Of(Features, HeadKind.TokenLabels, new float[Features.Count * Labels], Bias));

    [Theory]
    [InlineData("linear.options")]
    [InlineData("linear.ngrams")]
    [InlineData("linear.idf")]
    [InlineData("linear.kind")]
    [InlineData("linear.weights")]
    [InlineData("linear.scales")]
    [InlineData("linear.bias")]
    public void A_tensor_that_is_missing_or_of_another_shape_is_named(string name)
    {
        var whole = Saved(Model());
        var without = new SafeTensors();
        var odd = new SafeTensors();
        foreach (var other in whole.Names)
            if (other != name)
            {
                without.Add(other, whole[other]);
                odd.Add(other, whole[other]);
            }
        odd.Add(name, [1, 2], TensorType.F32, 2, 1);

        Assert.Contains(name, Assert.Throws<InvalidDataException>(() => LinearModel.From(without, Labels)).Message, StringComparison.Ordinal);
        Assert.Contains(name, Assert.Throws<InvalidDataException>(() => LinearModel.From(odd, Labels)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linear.options", float.NaN)]
    [InlineData("linear.options", 100)]
    [InlineData("linear.idf", float.NaN)]
    [InlineData("linear.scales", float.PositiveInfinity)]
    [InlineData("linear.bias", float.NaN)]
    public void Numbers_that_cannot_be_are_refused_by_the_name_of_their_tensor(string name, float number)
    {
        var odd = With(name, tensor =>
        {
            var numbers = new float[tensor.Count];
            numbers[0] = number;
            return new StoredTensor(TensorType.F32, tensor.Shape, MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray());
        });
        Assert.Contains(name, Assert.Throws<InvalidDataException>(() => LinearModel.From(odd, Labels)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vocabulary_that_does_not_rise_is_refused()
    {
        var odd = With("linear.ngrams", tensor => tensor with { Bytes = new byte[tensor.Bytes.Length] });
        Assert.Contains("linear.ngrams", Assert.Throws<InvalidDataException>(() => LinearModel.From(odd, Labels)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_that_is_not_known_is_refused()
    {
        var odd = With("linear.kind", tensor => tensor with { Bytes = new byte[] { 9 } });
        Assert.Contains("linear.kind", Assert.Throws<InvalidDataException>(() => LinearModel.From(odd, Labels)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_of_another_count_are_refused() =>
        Assert.Contains("linear.weights", Assert.Throws<InvalidDataException>(() => LinearModel.From(Saved(Model()), 4)).Message, StringComparison.Ordinal);

    private static LinearModel Model() =>
        LinearModel.Of(Features, HeadKind.OneLabel, [.. Enumerable.Range(0, Features.Count * Labels).Select(i => i % 7 - 2.5f)], Bias);

    private static SafeTensors Saved(LinearModel model)
    {
        var file = new SafeTensors();
        model.AddTo(file);
        return file;
    }

    private static SafeTensors With(string name, Func<StoredTensor, StoredTensor> change)
    {
        var (whole, odd) = (Saved(Model()), new SafeTensors());
        foreach (var other in whole.Names)
            odd.Add(other, other == name ? change(whole[other]) : whole[other]);
        return odd;
    }
}
