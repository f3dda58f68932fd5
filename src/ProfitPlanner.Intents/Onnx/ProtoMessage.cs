using Google.Protobuf;

namespace ProfitPlanner.Intents.Onnx;

/// <summary>A protobuf message in the making.</summary>
/// <remarks>
/// A message stands in another behind its length, so a plain writer copies weights once for each level of nesting. Here
/// pieces are kept apart and joined once.
/// </remarks>
internal sealed class ProtoMessage
{
    private readonly List<ReadOnlyMemory<byte>> _pieces = [];

    private int _length;

    public ProtoMessage Add(int field, long number) =>
        Add(field, WireFormat.WireType.Varint, CodedOutputStream.ComputeInt64Size(number), output => output.WriteInt64(number));

    public ProtoMessage Add(int field, float number) =>
        Add(field, WireFormat.WireType.Fixed32, CodedOutputStream.ComputeFloatSize(number), output => output.WriteFloat(number));

    public ProtoMessage Add(int field, string text) =>
        Add(field, WireFormat.WireType.LengthDelimited, CodedOutputStream.ComputeStringSize(text), output => output.WriteString(text));

    public ProtoMessage Add(int field, ReadOnlyMemory<byte> bytes)
    {
        AddLength(field, bytes.Length);
        return Add(bytes);
    }

    public ProtoMessage Add(int field, ProtoMessage message)
    {
        AddLength(field, message._length);
        foreach (var piece in message._pieces)
            Add(piece);
        return this;
    }

    public byte[] ToArray()
    {
        var bytes = new byte[_length];
        var written = 0;
        foreach (var piece in _pieces)
        {
            piece.CopyTo(bytes.AsMemory(written));
            written += piece.Length;
        }
        return bytes;
    }

    private void AddLength(int field, int length) =>
        Add(field, WireFormat.WireType.LengthDelimited, CodedOutputStream.ComputeLengthSize(length), output => output.WriteLength(length));

    private ProtoMessage Add(int field, WireFormat.WireType type, int size, Action<CodedOutputStream> write)
    {
        var bytes = new byte[CodedOutputStream.ComputeTagSize(field) + size];
        var output = new CodedOutputStream(bytes);
        output.WriteTag(field, type);
        write(output);
        output.CheckNoSpaceLeft();
        return Add(bytes);
    }

    private ProtoMessage Add(ReadOnlyMemory<byte> piece)
    {
        _pieces.Add(piece);
        _length = checked(_length + piece.Length);
        return this;
    }
}
