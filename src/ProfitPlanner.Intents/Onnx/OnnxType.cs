namespace ProfitPlanner.Intents.Onnx;

/// <summary>Types of numbers, by their numbers in TensorProto.DataType.</summary>
internal enum OnnxType
{
    Float = 1,
    Int8 = 3,
    Int32 = 6,
}
