using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Blocking;

/// <summary>One record in one block; chained within its block (both ways) and within its record.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Posting
{
    public ulong Key;
    public int Record;
    public int NextInBlock;
    public int PreviousInBlock;
    public int NextOfRecord;
}
