using System.Runtime.InteropServices;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>How far a folder was read.</summary>
/// <param name="Validity">The UIDVALIDITY that <paramref name="LastUid"/> belongs to; 0 before the first read.</param>
/// <param name="LastUid">The highest UID read.</param>
/// <param name="ModSeq">The newest change known; 0 where the server counts none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UidPosition(uint Validity, uint LastUid, ulong ModSeq);
