using System.Buffers.Binary;
using System.Text;
using CsCheck;
using ProfitPlanner.Intents.Bundles;

namespace ProfitPlanner.Intents.Tests.Bundles;

public sealed class SafeTensorsTests : IDisposable
{
    private static readonly Gen<StoredTensor> AnyTensor =
        from type in Gen.Enum<TensorType>()
        from shape in Gen.Int[0, 4].Array[0, 3]
        let size = shape.Aggregate(type.Size(), (product, dimension) => product * dimension)
        from bytes in Gen.Byte.Array[size]
        select new StoredTensor(type, shape, bytes);

    private static readonly Gen<Dictionary<string, StoredTensor>> AnyTensors = Gen.Dictionary(Gen.String[1, 8], AnyTensor)[0, 6];

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ":", ",", "\"a\"", "\"dtype\"", "\"shape\"", "\"data_offsets\"", "\"F32\"", "0", "4", "-1", "1e400", "NaN", "null",
        "\"\\ud800\"", "9999999999",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("safetensors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_is_saved_is_loaded_bit_by_bit() => AnyTensors.Sample(tensors =>
    {
        var path = Save(tensors);

        var loaded = SafeTensors.Read(path);

        Assert.Equal(tensors.Keys, loaded.Names);
        foreach (var (name, tensor) in tensors)
        {
            Assert.Equal((tensor.Type, tensor.Count), (loaded[name].Type, loaded[name].Count));
            Assert.Equal(tensor.Shape, loaded[name].Shape);
            Assert.Equal(tensor.Bytes.Span, loaded[name].Bytes.Span);
        }
    }, threads: 1, iter: 300);

    [Fact]
    public void A_file_with_any_byte_changed_is_read_or_refused_in_a_sentence() =>
        (from tensors in AnyTensors
         from place in Gen.Double[0, 1]
         from value in Gen.Byte
         select (tensors, place, value)).Sample(sample =>
        {
            var path = Save(sample.tensors);
            var bytes = File.ReadAllBytes(path);
            bytes[(int)(sample.place * (bytes.Length - 1))] = sample.value;
            ReadsOrRefuses(path, bytes);
        }, threads: 1, iter: 1000);

    [Fact]
    public void A_header_of_any_tokens_is_read_or_refused_in_a_sentence() =>
        Gen.Int[0, Tokens.Length - 1].Select(i => Tokens[i]).Array[0, 20].Sample(tokens => ReadsOrRefuses(NewPath(), Raw(string.Concat(tokens), 4)), threads: 1, iter: 2000);

    [Fact]
    public void A_file_cut_anywhere_is_refused_and_the_tensor_is_named()
    {
        var whole = File.ReadAllBytes(Save(new()
        {
            ["first"] = new StoredTensor(TensorType.F32, [2], new byte[8]),
            ["second"] = new StoredTensor(TensorType.I8, [3], new byte[3]),
        }));
        for (var length = 0; length < whole.Length; length++)
        {
            var message = Refusal(whole[..length]);
            if (length >= whole.Length - 11)
                Assert.Contains(length < whole.Length - 3 ? "tensor first" : "tensor second", message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 4, "tensor a")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""", 4, "tensor a")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4, "tensor a")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,9223372036854775807]}}""", 4, "tensor a")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,1e30]}}""", 4, "tensor a")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", 4, "tensor a")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "tensor a")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4, "tensor a")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"F32","shape":[1073741824,1073741824,1073741824,1073741824,1073741824],"data_offsets":[0,0]}}""", 0, "tensor a")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"I8","shape":[2147483647,2147483647,0],"data_offsets":[0,0]}}""", 0, "tensor a")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"F8","shape":[4],"data_offsets":[0,4]}}""", 4, "type F8")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"0","shape":[1],"data_offsets":[0,4]}}""", 4, "type 0")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"932","shape":[1],"data_offsets":[0,4]}}""", 4, "type 932")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":0,"shape":[1],"data_offsets":[0,4]}}""", 4, "tensor a")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"F32","shape":1,"data_offsets":[0,4]}}""", 4, "tensor a")]
    [InlineData(/*lang=json,strict*/ """{"a":[]}""", 0, "tensor a")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "tensor b overlaps")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "tensor a")]
    [InlineData(/*lang=json,strict*/ """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 8, "goes on")]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}""", 4, "a stands in the header twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}}""", 4, "dimensions")]
    [InlineData("""{"a":{"dtype":"F32","shape":[NaN],"data_offsets":[0,4]}}""", 4, "JSON")]
    [InlineData("[]", 0, "JSON")]
    [InlineData("", 0, "JSON")]
    public void What_is_wrong_in_a_header_is_said(string header, int bytes, string expected) =>
        Assert.Contains(expected, Refusal(Raw(header, bytes)), StringComparison.Ordinal);

    [Fact]
    public void A_header_as_deep_as_a_well_is_refused() => Assert.Contains("JSON", Refusal(Raw(new string('[', 1_000_000), 0)), StringComparison.Ordinal);

    [Theory]
    [InlineData(100UL)]
    [InlineData(1UL << 40)]
    [InlineData(ulong.MaxValue)]
    public void A_header_longer_than_the_file_is_refused(ulong length)
    {
        var bytes = Raw("{}", 0);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);

        Assert.Contains("header", Refusal(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_of_the_file_is_no_tensor()
    {
        var path = NewPath();
        File.WriteAllBytes(path, Raw(/*lang=json,strict*/ """{"__metadata__":{"format":"pt"},"a":{"dtype":"I32","shape":[],"data_offsets":[0,4]}}""", 4));

        Assert.Equal(["a"], SafeTensors.Read(path).Names);
        Assert.Throws<ArgumentException>(() => new SafeTensors().Add("__metadata__", [1], TensorType.F32, 1));
    }

    [Fact]
    public void Numbers_of_every_width_become_singles()
    {
        var tensors = new SafeTensors();
        float[] numbers = [0, -0f, 1, -3, 0.333251953125f, 65504, -65504, 5.9604645e-8f];
        tensors.Add("single", numbers, TensorType.F32, 2, 4);
        tensors.Add("half", numbers, TensorType.F16, 2, 4);
        tensors.Add("upper half", new StoredTensor(TensorType.BF16, [3], new byte[] { 0x80, 0x3F, 0x40, 0xC0, 0x7F, 0x7F }));
        tensors.Add("no number", [1, float.NaN], TensorType.F16, 2);
        tensors.Add("too large", [float.NegativeInfinity], TensorType.F32, 1);

        Assert.Equal(numbers, tensors.Floats("single", 2, 4));
        Assert.Equal(numbers, tensors.Floats("half", 2, 4));
        Assert.Equal([1, -3, BitConverter.Int32BitsToSingle(0x7F7F0000)], tensors.Floats("upper half", 3));
        Assert.Contains("no number", Assert.Throws<InvalidDataException>(() => tensors.Floats("no number", 2)).Message, StringComparison.Ordinal);
        Assert.Contains("not finite", Assert.Throws<InvalidDataException>(() => tensors.Floats("too large", 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Asking_for_what_is_not_there_names_it()
    {
        var tensors = new SafeTensors();
        tensors.Add("floats", [1, 2], TensorType.F32, 2);
        tensors.Add("bytes", new StoredTensor(TensorType.I8, [2], new byte[2]));

        Assert.Contains("none is missing", Assert.Throws<InvalidDataException>(() => tensors.Floats("none", 2)).Message, StringComparison.Ordinal);
        Assert.Contains("floats is [2], not [1, 2]", Assert.Throws<InvalidDataException>(() => tensors.Floats("floats", 1, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("bytes is of I8", Assert.Throws<InvalidDataException>(() => tensors.Floats("bytes", 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_is_added_whole_and_once()
    {
        var tensors = new SafeTensors();
        tensors.Add("a", [1], TensorType.F32, 1);

        Assert.Throws<ArgumentException>(() => tensors.Add("a", [1], TensorType.F32, 1));
        Assert.Throws<ArgumentException>(() => tensors.Add("b", [1, 2], TensorType.F32, 3));
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_the_old_one()
    {
        var path = NewPath();
        File.WriteAllBytes(path, Raw("{}", 0));
        Directory.CreateDirectory(path + ".part");

        Assert.ThrowsAny<Exception>(() => new SafeTensors().Write(path));
        Assert.Equal(Raw("{}", 0), File.ReadAllBytes(path));
    }

    private string NewPath() => Path.Combine(_folder.FullName, "model.safetensors");

    private string Save(Dictionary<string, StoredTensor> tensors)
    {
        var (path, file) = (NewPath(), new SafeTensors());
        foreach (var (name, tensor) in tensors)
            file.Add(name, tensor);
        file.Write(path);
        return path;
    }

    private static byte[] Raw(string header, int bytes)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var file = new byte[8 + json.Length + bytes];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)json.Length);
        json.CopyTo(file, 8);
        return file;
    }

    private string Refusal(byte[] bytes)
    {
        var path = NewPath();
        File.WriteAllBytes(path, bytes);
        var message = Assert.Throws<InvalidDataException>(() => SafeTensors.Read(path)).Message;
        Assert.StartsWith(path, message, StringComparison.Ordinal);
        return message;
    }

    private static void ReadsOrRefuses(string path, byte[] bytes)
    {
        File.WriteAllBytes(path, bytes);
        try
        {
            var tensors = SafeTensors.Read(path);
            foreach (var name in tensors.Names)
                tensors.Floats(name, tensors[name].Shape);
        }
        catch (InvalidDataException)
        {
        }
    }
}
