using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Standardising;

/// <summary>Splits e-mail addresses and knows shared mailboxes.</summary>
internal static class EmailStandardiser
{
    public const int EntryLength = 4;

    private const int Shared = 1;
    private const int MadeOfName = 2;

    /// <summary>Writes full address, local part without separators, domain, and what is known of the local part.</summary>
    /// <param name="text">The address, with or without a display name.</param>
    /// <param name="names">The names of the same record, standardised.</param>
    /// <param name="words">The pool of the names.</param>
    /// <param name="values">The pool of the address.</param>
    /// <param name="output">Gets the four numbers.</param>
    public static void Write(string text, ReadOnlySpan<int> names, WordPool words, TextPool values, IntBuffer output)
    {
        var address = text.AsSpan(text.LastIndexOf('<') + 1).Trim().TrimEnd('>');
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
        output.Add(WordLists.Mailboxes.Contains(local) || local.Length == 0 ? Shared : IsMadeOf(local, names, words) ? MadeOfName : 0);
    }

    /// <summary>Says whether a local part is nothing but a given and a family name or their initials, in either order.</summary>
    private static bool IsMadeOf(ReadOnlySpan<char> local, ReadOnlySpan<int> names, WordPool words)
    {
        for (var rest = names; rest.Length > 0; rest = rest[rest[0]..])
        {
            var name = new NameView(rest);
            if (!name.GivenWords.IsEmpty && !name.FamilyWords.IsEmpty
                && IsMadeOf(local, words.Text(name.GivenWords[0]), words.Text(name.Family)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMadeOf(ReadOnlySpan<char> local, ReadOnlySpan<char> given, ReadOnlySpan<char> family) =>
        IsPair(local, given, family) || IsPair(local, family, given)
        || IsPair(local, given[..1], family) || IsPair(local, family, given[..1])
        || IsPair(local, given, family[..1]) || IsPair(local, family[..1], given)
        || local.SequenceEqual(given) || local.SequenceEqual(family);

    private static bool IsPair(ReadOnlySpan<char> local, ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        local.Length == first.Length + second.Length && local.StartsWith(first, StringComparison.Ordinal) && local.EndsWith(second, StringComparison.Ordinal);

    /// <summary>One address of a profile.</summary>
    /// <param name="entry">Its four numbers.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly ref struct View(ReadOnlySpan<int> entry)
    {
        public readonly int Full = entry[0];
        public readonly int Local = entry[1];
        public readonly int Domain = entry[2];
        public readonly bool IsShared = entry[3] == Shared;

        /// <summary>Whether the local part says nothing that the name does not say.</summary>
        public readonly bool IsMadeOfName = entry[3] == MadeOfName;
    }
}
