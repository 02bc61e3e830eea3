using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace IntegrationHub.Plugins.Inspection;

/// <summary>An assembly opened for reading its metadata, never for running it.</summary>
internal sealed class AssemblyFile : IDisposable
{
    private readonly PEReader _file;

    private AssemblyFile(string path, PEReader file)
    {
        Path = path;
        _file = file;
        Metadata = file.GetMetadataReader();
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public MetadataReader Metadata { get; }

    /// <summary>Opens a file, or says why it is no .NET assembly.</summary>
    public static AssemblyFile? TryOpen(string path, List<string> reasons)
    {
        var name = System.IO.Path.GetFileName(path);
        if (new FileInfo(path).Length == 0)
        {
            reasons.Add($"{name} is empty. Copy the plugin again.");
            return null;
        }

        PEReader? file = null;
        try
        {
            file = new PEReader(File.OpenRead(path));
            if (file.HasMetadata)
            {
                var opened = new AssemblyFile(path, file);
                if (opened.Metadata.IsAssembly)
                {
                    file = null;
                    return opened;
                }
            }

            reasons.Add($"{name} is native code, not a .NET assembly. Name the plugin's own assembly as \"entry\".");
        }
        catch (BadImageFormatException)
        {
            reasons.Add($"{name} is not a .NET assembly: it is damaged or something else altogether. Copy the plugin again.");
        }
        finally
        {
            file?.Dispose();
        }

        return null;
    }

    public void Dispose() => _file.Dispose();
}
