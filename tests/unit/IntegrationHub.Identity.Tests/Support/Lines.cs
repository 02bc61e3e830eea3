using IntegrationHub.Core.Records;

namespace IntegrationHub.Identity.Tests.Support;

/// <summary>Reads records written down in a line.</summary>
internal static class Lines
{
    /// <summary>Makes fields from <c>name: value</c> pairs separated by bars; <c>2 name: value</c> belongs to the group 2.</summary>
    /// <param name="prefix">What all the names begin with, left out in the line.</param>
    /// <param name="line">The record.</param>
    public static List<Field> Fields(string prefix, string line) => [.. line.Split('|', StringSplitOptions.TrimEntries).Select(part => Read(prefix, part))];

    private static Field Read(string prefix, string part)
    {
        var group = char.IsAsciiDigit(part[0]) && part[1] == ' ' ? part[0] - '0' : 0;
        var text = group > 0 ? part[2..] : part;
        var end = text.IndexOf(": ", StringComparison.Ordinal);
        return new Field(prefix + text[..end], text[(end + 2)..], Group: group);
    }
}
