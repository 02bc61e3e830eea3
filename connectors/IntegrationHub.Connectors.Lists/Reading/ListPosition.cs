using System.Runtime.InteropServices;

namespace IntegrationHub.Connectors.Lists.Reading;

/// <summary>A place between two records of a file.</summary>
/// <param name="Bytes">Bytes before it, counted as UTF-8 without a byte order mark.</param>
/// <param name="Lines">Lines before it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ListPosition(long Bytes, long Lines);
