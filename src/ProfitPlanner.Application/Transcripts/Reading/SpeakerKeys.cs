using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>Stands for the name of a speaker, or of a member of JSON, in what is kept of an upload: to be told by whoever has its key, and by nobody afterwards.</summary>
internal static class SpeakerKeys
{
    private const int Bytes = 9;

    public static string Of(string speaker, byte[] key) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(speaker.Trim())).AsSpan(0, Bytes));
}
