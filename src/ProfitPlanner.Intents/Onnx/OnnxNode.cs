namespace ProfitPlanner.Intents.Onnx;

/// <summary>One operation of a graph.</summary>
/// <param name="Operator">Its name in its domain.</param>
/// <param name="Inputs">Names of values; an empty one leaves an optional input out.</param>
/// <param name="Outputs">New names of values.</param>
internal sealed record OnnxNode(string Operator, string[] Inputs, params string[] Outputs)
{
    /// <summary>The domain of the fused operators of ONNX Runtime.</summary>
    public const string Microsoft = "com.microsoft";

    /// <summary>Empty for the operators of ONNX itself.</summary>
    public string Domain { get; init; } = "";

    /// <summary>Each a long, a float or longs.</summary>
    public IReadOnlyDictionary<string, object> Attributes { get; init; } = new Dictionary<string, object>();

    /// <summary>This as a NodeProto.</summary>
    public ProtoMessage ToProto()
    {
        var proto = new ProtoMessage();
        foreach (var input in Inputs)
            proto.Add(1, input);
        foreach (var output in Outputs)
            proto.Add(2, output);
        proto.Add(4, Operator).Add(7, Domain);
        foreach (var (name, value) in Attributes)
            proto.Add(5, Attribute(name, value));
        return proto;
    }

    private static ProtoMessage Attribute(string name, object value)
    {
        var proto = new ProtoMessage().Add(1, name);
        switch (value)
        {
            case float number:
                return proto.Add(2, number).Add(20, 1L);
            case long number:
                return proto.Add(3, number).Add(20, 2L);
            case long[] numbers:
                foreach (var number in numbers)
                    proto.Add(8, number);
                return proto.Add(20, 7L);
            default:
                throw new ArgumentException($"The attribute {name} is a {value.GetType()}.", nameof(value));
        }
    }
}
