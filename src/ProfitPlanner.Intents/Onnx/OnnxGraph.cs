using System.Runtime.InteropServices;

namespace ProfitPlanner.Intents.Onnx;

/// <summary>A graph of operations, written as a model that ONNX Runtime reads.</summary>
/// <remarks>Numbers of fields: github.com/onnx/onnx, onnx/onnx.proto.</remarks>
internal sealed class OnnxGraph
{
    private const long FormatVersion = 8;

    private readonly ProtoMessage _graph = new ProtoMessage().Add(2, "graph");

    /// <summary>Adds a value that the caller gives.</summary>
    /// <param name="name">A new name.</param>
    /// <param name="type">Of its numbers.</param>
    /// <param name="dimensions">A number, or a name for what differs from call to call.</param>
    public void AddInput(string name, OnnxType type, params ReadOnlySpan<string> dimensions)
    {
        var shape = new ProtoMessage();
        foreach (var dimension in dimensions)
            shape.Add(1, new ProtoMessage().Add(2, dimension));
        _graph.Add(11, Value(name, new ProtoMessage().Add(1, (long)type).Add(2, shape)));
    }

    /// <summary>Names a value that the caller gets, of single precision.</summary>
    public void AddOutput(string name) => _graph.Add(12, Value(name, new ProtoMessage().Add(1, (long)OnnxType.Float)));

    /// <summary>Adds numbers that are the same in every call.</summary>
    /// <returns>The name, for the nodes that read it.</returns>
    public string AddConstant(string name, ReadOnlySpan<float> numbers, params ReadOnlySpan<int> shape) =>
        AddConstant(name, OnnxType.Float, MemoryMarshal.AsBytes(numbers).ToArray(), shape);

    /// <inheritdoc cref="AddConstant(string, ReadOnlySpan{float}, ReadOnlySpan{int})"/>
    public string AddConstant(string name, ReadOnlySpan<sbyte> numbers, params ReadOnlySpan<int> shape) =>
        AddConstant(name, OnnxType.Int8, MemoryMarshal.AsBytes(numbers).ToArray(), shape);

    /// <summary>Adds an operation; those that it reads from stand before it.</summary>
    public void Add(OnnxNode node) => _graph.Add(1, node.ToProto());

    /// <summary>This as a ModelProto.</summary>
    public byte[] ToModel() => new ProtoMessage()
        .Add(1, FormatVersion)
        .Add(7, _graph)
        .Add(8, new ProtoMessage().Add(1, "").Add(2, 17L))
        .Add(8, new ProtoMessage().Add(1, OnnxNode.Microsoft).Add(2, 1L))
        .ToArray();

    private string AddConstant(string name, OnnxType type, byte[] bytes, ReadOnlySpan<int> shape)
    {
        var tensor = new ProtoMessage();
        foreach (var size in shape)
            tensor.Add(1, (long)size);
        _graph.Add(5, tensor.Add(2, (long)type).Add(8, name).Add(9, bytes));
        return name;
    }

    private static ProtoMessage Value(string name, ProtoMessage tensor) =>
        new ProtoMessage().Add(1, name).Add(2, new ProtoMessage().Add(1, tensor));
}
