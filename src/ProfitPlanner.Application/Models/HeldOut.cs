using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ProfitPlanner.Application.Models;

/// <summary>
/// Which conversations no model of any organisation learns from, so that every model can be measured on them: a fifth,
/// by a hash of their id, whatever is labelled when.
/// </summary>
internal static class HeldOut
{
    private const uint Of = 5;

    public static bool Holds(Guid conversation)
    {
        Span<byte> id = stackalloc byte[16];
        conversation.TryWriteBytes(id, bigEndian: true, out _);
        // Hashed again: ids are made of numbers and names that somebody else has chosen.
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(id, hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash) % Of == 0;
    }
}
