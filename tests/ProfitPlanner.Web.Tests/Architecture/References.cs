using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ProfitPlanner.Web.Tests.Architecture;

/// <summary>What a compiled assembly refers to, by name, whether in signatures or in method bodies.</summary>
internal sealed class References
{
    private References(string assembly, IReadOnlySet<string> assemblies, IReadOnlySet<string> types, IReadOnlySet<string> members) =>
        (Assembly, Assemblies, Types, Members) = (assembly, assemblies, types, members);

    public string Assembly { get; }

    public IReadOnlySet<string> Assemblies { get; }

    /// <summary>As in <c>System.IO.File</c>.</summary>
    public IReadOnlySet<string> Types { get; }

    /// <summary>As in <c>System.DateTime.get_Now</c>; of types outside the assembly.</summary>
    public IReadOnlySet<string> Members { get; }

    public static References Of(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")));
        var metadata = file.GetMetadataReader();
        return new References(
            assembly,
            metadata.AssemblyReferences.Select(h => metadata.GetString(metadata.GetAssemblyReference(h).Name)).ToHashSet(),
            metadata.TypeReferences.Select(h => NameOf(metadata, h)).ToHashSet(),
            metadata.MemberReferences.Select(metadata.GetMemberReference).Where(m => m.Parent.Kind == HandleKind.TypeReference)
                .Select(m => $"{NameOf(metadata, (TypeReferenceHandle)m.Parent)}.{metadata.GetString(m.Name)}({ParameterCount(metadata, m)})").ToHashSet());
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var scope = type.ResolutionScope.Kind == HandleKind.TypeReference
            ? NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)
            : metadata.GetString(type.Namespace);
        return $"{scope}.{metadata.GetString(type.Name)}";
    }

    private static int ParameterCount(MetadataReader metadata, MemberReference member)
    {
        var signature = metadata.GetBlobReader(member.Signature);
        var header = signature.ReadSignatureHeader();
        if (header.Kind != SignatureKind.Method)
            return 0;
        if (header.IsGeneric)
            signature.ReadCompressedInteger();
        return signature.ReadCompressedInteger();
    }
}
