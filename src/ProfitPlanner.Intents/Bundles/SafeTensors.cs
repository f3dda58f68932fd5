using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ProfitPlanner.Intents.Bundles;

/// <summary>Named arrays of numbers, as a <c>.safetensors</c> file holds them.</summary>
/// <remarks>
/// The file: length of the header as 8 bytes, little-endian; the header as JSON, <c>name: { dtype, shape, data_offsets }</c>;
/// the numbers. Source: github.com/huggingface/safetensors, "Format".
/// </remarks>
public sealed class SafeTensors
{
    private const int LargestHeader = 100_000_000;

    // Weights have four; each further one makes a header slower to read.
    private const int MostDimensions = 8;

    private const string Metadata = "__metadata__";

    private readonly OrderedDictionary<string, StoredTensor> _tensors = new(StringComparer.Ordinal);

    /// <summary>Names, in the order in which they were added.</summary>
    public IReadOnlyCollection<string> Names => _tensors.Keys;

    /// <summary>An array as it is stored.</summary>
    /// <exception cref="InvalidDataException">There is none of that name.</exception>
    public StoredTensor this[string name] =>
        _tensors.TryGetValue(name, out var tensor) ? tensor : throw new InvalidDataException($"The tensor {name} is missing.");

    /// <summary>Whether there is an array of that name.</summary>
    public bool Has(string name) => _tensors.ContainsKey(name);

    /// <summary>Reads a file whole.</summary>
    /// <exception cref="InvalidDataException">A sentence that names the file, and the tensor that is wrong.</exception>
    public static SafeTensors Read(string path)
    {
        var file = File.ReadAllBytes(path);
        try
        {
            return Parse(file);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Writes a file; a file of that name is replaced only once the new one is whole.</summary>
    public void Write(string path)
    {
        var part = path + ".part";
        using (var file = File.Create(part))
            Write(file);
        File.Move(part, path, overwrite: true);
    }

    /// <summary>Adds an array.</summary>
    /// <exception cref="ArgumentException">There is one of that name, the format keeps the name for itself, or there are more or fewer numbers than in its shape.</exception>
    public void Add(string name, StoredTensor tensor)
    {
        if (name == Metadata)
            throw new ArgumentException($"The format keeps the name {Metadata} for what is said of the file.", nameof(name));
        if (tensor.Count * tensor.Type.Size() != tensor.Bytes.Length)
            throw new ArgumentException($"The tensor {name} has {tensor.Bytes.Length} bytes, not those of its shape.", nameof(tensor));
        _tensors.Add(name, tensor);
    }

    /// <summary>Adds numbers, in single precision or rounded to half of it.</summary>
    /// <param name="name">A new name.</param>
    /// <param name="numbers">The last dimension fastest.</param>
    /// <param name="type"><see cref="TensorType.F32"/> or <see cref="TensorType.F16"/>.</param>
    /// <param name="shape">Outermost first.</param>
    public void Add(string name, ReadOnlySpan<float> numbers, TensorType type, params int[] shape)
    {
        var bytes = new byte[numbers.Length * type.Size()];
        switch (type)
        {
            case TensorType.F32:
                MemoryMarshal.AsBytes(numbers).CopyTo(bytes);
                break;
            case TensorType.F16:
                TensorPrimitives.ConvertToHalf(numbers, MemoryMarshal.Cast<byte, Half>(bytes.AsSpan()));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "Only F32 and F16 are written from numbers.");
        }
        Add(name, new StoredTensor(type, shape, bytes));
    }

    /// <summary>The numbers of an array of a certain shape, as single precision.</summary>
    /// <exception cref="InvalidDataException">It is missing, of another shape, not of floating point, or holds what is no finite number.</exception>
    public float[] Floats(string name, params ReadOnlySpan<int> shape)
    {
        var tensor = this[name];
        if (!shape.SequenceEqual(tensor.Shape))
            throw new InvalidDataException($"The tensor {name} is [{string.Join(", ", tensor.Shape)}], not [{string.Join(", ", shape.ToArray())}].");
        var numbers = new float[tensor.Count];
        switch (tensor.Type)
        {
            case TensorType.F32:
                MemoryMarshal.Cast<byte, float>(tensor.Bytes.Span).CopyTo(numbers);
                break;
            case TensorType.F16:
                TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(tensor.Bytes.Span), numbers);
                break;
            case TensorType.BF16:
                var halves = MemoryMarshal.Cast<byte, ushort>(tensor.Bytes.Span);
                for (var i = 0; i < numbers.Length; i++)
                    numbers[i] = BitConverter.Int32BitsToSingle(halves[i] << 16);
                break;
            default:
                throw new InvalidDataException($"The tensor {name} is of {tensor.Type}, not of floating point.");
        }
        // With one of them, every text would get the first label.
        return numbers.AsSpan().ContainsAnyExceptInRange(float.MinValue, float.MaxValue)
            ? throw new InvalidDataException($"The tensor {name} holds a number that is not finite.")
            : numbers;
    }

    private static SafeTensors Parse(byte[] file)
    {
        if (file.Length < 8)
            throw new InvalidDataException("The file ends before its header.");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(file);
        if (length > LargestHeader || (long)length > file.Length - 8)
            throw new InvalidDataException("The file ends within its header, or is no safetensors file.");
        var start = 8 + (int)length;

        var tensors = new SafeTensors();
        var ranges = new List<(int From, int To, string Name)>();
        try
        {
            using var header = JsonDocument.Parse(file.AsMemory(8, (int)length));
            foreach (var entry in header.RootElement.EnumerateObject().Where(entry => entry.Name != Metadata))
            {
                var (type, shape, from, to) = Entry(entry, file.Length - start);
                if (!tensors._tensors.TryAdd(entry.Name, new StoredTensor(type, shape, file.AsMemory(start + from, to - from))))
                    throw new InvalidDataException($"The tensor {entry.Name} stands in the header twice.");
                ranges.Add((from, to, entry.Name));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("The header cannot be read as JSON of the expected shape.", e);
        }

        // The format wants every byte to belong to one tensor.
        var end = 0;
        foreach (var (from, to, name) in ranges.Order())
        {
            if (from != end)
                throw new InvalidDataException($"The tensor {name} overlaps another, or bytes before it belong to none.");
            end = to;
        }
        if (end != file.Length - start)
            throw new InvalidDataException("The file goes on behind its last tensor.");
        return tensors;
    }

    private static (TensorType Type, int[] Shape, int From, int To) Entry(JsonProperty entry, int room)
    {
        var name = entry.Name;
        if (entry.Value is not { ValueKind: JsonValueKind.Object } value
            || !value.TryGetProperty("dtype", out var dtype) || dtype.ValueKind != JsonValueKind.String
            || !value.TryGetProperty("shape", out var dimensions) || dimensions.ValueKind != JsonValueKind.Array
            || !value.TryGetProperty("data_offsets", out var offsets) || offsets.ValueKind != JsonValueKind.Array || offsets.GetArrayLength() != 2)
            throw new InvalidDataException($"The tensor {name} lacks dtype, shape or data_offsets.");
        // Parsing alone takes numbers, too.
        if (!Enum.TryParse<TensorType>(dtype.GetString(), out var type) || !Enum.IsDefined(type) || type.ToString() != dtype.GetString())
            throw new InvalidDataException($"The tensor {name} is of the type {dtype}, which cannot be read.");
        if (!offsets[0].TryGetInt64(out var from) || !offsets[1].TryGetInt64(out var to) || from < 0 || to < from || to > room)
            throw new InvalidDataException($"The tensor {name} lies beyond the end of the file: it is truncated or corrupt.");

        if (dimensions.GetArrayLength() > MostDimensions)
            throw new InvalidDataException($"The tensor {name} has {dimensions.GetArrayLength()} dimensions, more than {MostDimensions}.");
        var shape = new int[dimensions.GetArrayLength()];
        var bytes = (long)type.Size();
        for (var i = 0; i < shape.Length; i++)
        {
            if (!dimensions[i].TryGetInt32(out shape[i]) || shape[i] < 0 || (bytes *= shape[i]) > int.MaxValue)
                throw new InvalidDataException($"The tensor {name} has the impossible shape {dimensions}.");
        }
        if (bytes != to - from)
            throw new InvalidDataException($"The tensor {name} has {to - from} bytes; its shape {dimensions} wants {bytes}.");
        return (type, shape, (int)from, (int)to);
    }

    private void Write(Stream file)
    {
        var header = new Dictionary<string, object>();
        long offset = 0;
        foreach (var (name, tensor) in _tensors)
        {
            header[name] = new { dtype = tensor.Type.ToString(), shape = tensor.Shape, data_offsets = (long[])[offset, offset + tensor.Bytes.Length] };
            offset += tensor.Bytes.Length;
        }
        var json = JsonSerializer.SerializeToUtf8Bytes(header);
        // Numbers start at a multiple of eight.
        var padded = (json.Length + 7) / 8 * 8;
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)padded);
        file.Write(length);
        file.Write(json);
        for (var i = json.Length; i < padded; i++)
            file.WriteByte((byte)' ');
        foreach (var tensor in _tensors.Values)
            file.Write(tensor.Bytes.Span);
    }
}
