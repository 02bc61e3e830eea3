using System.Runtime.InteropServices;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>Where a mail lies whose foot may say something about its writer.</summary>
/// <param name="Folder">The folder's place among those read.</param>
/// <param name="Uid">The mail's UID.</param>
/// <param name="WrittenAt">When it was written, in seconds since 1970.</param>
/// <param name="IsPersonal">Whether by its headers it is a personal mail, so that its text decides.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FootPlace(int Folder, uint Uid, uint WrittenAt, bool IsPersonal);
