using System.Security.Cryptography;
using System.Text;

namespace ProfitPlanner.Web.Composition;

internal static class FolderName
{
    /// <summary>A short name that is the same for the same path and differs for another.</summary>
    public static string For(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path).TrimEnd('/', '\\'))))[..12];
}
