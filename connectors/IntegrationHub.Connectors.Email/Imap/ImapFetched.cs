namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>What was fetched of one mail; a part that was not asked for is empty.</summary>
internal sealed class ImapFetched
{
    internal required uint Uid { get; init; }

    internal ulong Size { get; private set; }

    internal string? InternalDate { get; private set; }

    internal List<string> Flags { get; } = [];

    internal ImapPart? Structure { get; private set; }

    /// <summary>Gets the header fields.</summary>
    internal ReadOnlyMemory<byte> Header { get; private set; }

    /// <summary>Gets the beginning of the part asked for.</summary>
    internal ReadOnlyMemory<byte> Content { get; private set; }

    /// <summary>Gets a value indicating whether more came than flags, which servers tell unasked.</summary>
    internal bool IsAnswer { get; private set; }

    internal bool Has(string flag) => Flags.Contains(flag, StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the UID in an answer; 0 when it has none.</summary>
    internal static uint UidOf(IReadOnlyList<ImapValue> pairs)
    {
        for (var i = 0; i + 1 < pairs.Count; i += 2)
        {
            if (pairs[i].Is("UID"))
            {
                return (uint)pairs[i + 1].Number;
            }
        }

        return 0;
    }

    /// <summary>Takes one answer; a server may spread what it says of a mail over several.</summary>
    internal void Take(IReadOnlyList<ImapValue> pairs)
    {
        for (var i = 0; i + 1 < pairs.Count; i += 2)
        {
            Take(pairs[i].Text.ToUpperInvariant(), pairs[i + 1]);
        }
    }

    private void Take(string name, ImapValue value)
    {
        IsAnswer |= name is not ("UID" or "FLAGS" or "MODSEQ");
        switch (name)
        {
            case "RFC822.SIZE":
                Size = value.Number;
                break;
            case "INTERNALDATE":
                InternalDate = value.Text;
                break;
            case "FLAGS":
                Flags.Clear();
                Flags.AddRange(value.Items.Select(f => f.Text));
                break;
            case "BODYSTRUCTURE":
                Structure = ImapPart.Of(value);
                break;
            case var _ when name.StartsWith("BODY[HEADER", StringComparison.Ordinal):
                Header = value.Bytes;
                break;
            case var _ when name.StartsWith("BODY[", StringComparison.Ordinal):
                Content = value.Bytes;
                break;
            default:
                break; // Something nobody asked for, such as MODSEQ.
        }
    }
}
