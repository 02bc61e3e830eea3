using System.Globalization;
using System.Text;

namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>One value of an answer (RFC 9051 §4): an atom, a string, a list or NIL.</summary>
internal sealed class ImapValue
{
    private ImapValue(ReadOnlyMemory<byte> bytes, IReadOnlyList<ImapValue>? items, bool isNil)
    {
        Bytes = bytes;
        Items = items ?? [];
        IsList = items is not null;
        IsNil = isNil;
    }

    internal static ImapValue Nil { get; } = new(default, null, isNil: true);

    internal ReadOnlyMemory<byte> Bytes { get; }

    internal IReadOnlyList<ImapValue> Items { get; }

    internal bool IsList { get; }

    internal bool IsNil { get; }

    internal string Text => Encoding.UTF8.GetString(Bytes.Span);

    /// <summary>Gets the value as a number; 0 when it is none.</summary>
    internal ulong Number => ulong.TryParse(Bytes.Span, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    internal static ImapValue Of(ReadOnlyMemory<byte> bytes) => new(bytes, null, isNil: false);

    internal static ImapValue Of(IReadOnlyList<ImapValue> items) => new(default, items, isNil: false);

    /// <summary>Gives an item of a list; NIL beyond its end.</summary>
    internal ImapValue At(int index) => index < Items.Count ? Items[index] : Nil;

    internal bool Is(string atom) => !IsList && Ascii.EqualsIgnoreCase(Bytes.Span, atom);
}
