using System.Reflection;
using System.Reflection.Emit;

namespace ProfitPlanner.Web.Tests.Architecture;

/// <summary>One instruction of compiled code: a string that is loaded, a method that is called, or null for any other.</summary>
internal readonly record struct Instruction(string? Text, MethodBase? Called);

/// <summary>What the methods of a type do, read from their compiled code; lambdas and async bodies included.</summary>
internal static class MethodBodies
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    /// <summary>Each method of the type and of the types nested in it.</summary>
    public static IEnumerable<(MethodBase Method, IReadOnlyList<Instruction> Body)> Of(Type type) =>
        type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared))
            .Where(m => m.GetMethodBody() is not null).Select(m => (m, (IReadOnlyList<Instruction>)Read(m)))
            .Concat(type.GetNestedTypes(Declared).SelectMany(Of));

    private static List<Instruction> Read(MethodBase method)
    {
        var code = method.GetMethodBody()!.GetILAsByteArray()!;
        var instructions = new List<Instruction>();
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            var opCode = OpCodesByValue[value];
            at += opCode.Size;
            if (opCode != OpCodes.Nop)
                instructions.Add(Decode(method, opCode, code.AsSpan(at)));
            at += OperandSize(opCode, code.AsSpan(at));
        }

        return instructions;
    }

    private static Instruction Decode(MethodBase method, OpCode opCode, ReadOnlySpan<byte> operand) => opCode.OperandType switch
    {
        OperandType.InlineString => new Instruction(method.Module.ResolveString(BitConverter.ToInt32(operand)), null),
        OperandType.InlineMethod => new Instruction(null, Resolve(method, BitConverter.ToInt32(operand))),
        _ => default,
    };

    private static MethodBase? Resolve(MethodBase method, int token) => method.Module.ResolveMethod(
        token, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);

    private static int OperandSize(OpCode opCode, ReadOnlySpan<byte> operand) => opCode.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(operand),
        _ => 4,
    };
}
