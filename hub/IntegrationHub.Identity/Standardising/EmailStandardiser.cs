using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Standardising;

/// <summary>Splits e-mail addresses and knows shared mailboxes.</summary>
internal static class EmailStandardiser
{
    public const int EntryLength = 4;

    /// <summary>Writes full address, local part without separators, domain, and 1 for a shared mailbox.</summary>
    public static void Write(string text, TextPool values, IntBuffer output)
    {
        var open = text.LastIndexOf('<');
        var address = (open >= 0 ? text.AsSpan(open + 1) : text).Trim().TrimEnd('>');
        Span<char> lower = stackalloc char[Math.Min(address.Length, CharFolding.LengthMax)];
        address[..lower.Length].ToLowerInvariant(lower);
        var at = lower.LastIndexOf('@');
        if (at <= 0)
        {
            return;
        }

        Span<char> local = stackalloc char[at];
        local = local[..CharFolding.FoldCompact(lower[..at], local)];
        output.Add(values.Intern(lower));
        output.Add(values.Intern(local));
        output.Add(values.Intern(lower[(at + 1)..]));
        output.Add(WordLists.Mailboxes.Contains(local) || local.Length == 0 ? 1 : 0);
    }

    /// <summary>One address of a profile.</summary>
    /// <param name="entry">Its four numbers.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly ref struct View(ReadOnlySpan<int> entry)
    {
        public readonly int Full = entry[0];
        public readonly int Local = entry[1];
        public readonly int Domain = entry[2];
        public readonly bool IsShared = entry[3] != 0;
    }
}
