namespace IntegrationHub.Identity.Blocking;

/// <summary>
/// The refining atoms of many records. Blocks meet a record several times and in an order that no cache knows; reading
/// all records once as they lie in memory is quicker.
/// </summary>
internal sealed class AtomTable
{
    private readonly ulong[] _atoms;

    /// <summary>Reads them, both cores.</summary>
    public AtomTable(IBlockedRecords records, ReadOnlyMemory<int> slots)
    {
        var last = -1;
        foreach (var slot in slots.Span)
        {
            last = Math.Max(last, slot);
        }

        _atoms = new ulong[checked((last + 1) * RefiningAtoms.Count)];
        TwoCores.InParts(slots.Length, (from, to) =>
        {
            foreach (var slot in slots.Span[from..to])
            {
                records.WriteAtoms(slot, _atoms.AsSpan(slot * RefiningAtoms.Count, RefiningAtoms.Count));
            }
        });
    }

    public ReadOnlySpan<ulong> Of(int record) => _atoms.AsSpan(record * RefiningAtoms.Count, RefiningAtoms.Count);
}
