using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Standardising;

/// <summary>Reads one organization of a profile: length, joined name, words.</summary>
/// <param name="data">The section from this organization on.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct OrganizationView(ReadOnlySpan<int> data)
{
    public const int HeaderLength = 2;

    private readonly ReadOnlySpan<int> _data = data;

    public int Length => _data[0];

    public int Joined => _data[1];

    public ReadOnlySpan<int> Words => _data[HeaderLength..Length];
}
