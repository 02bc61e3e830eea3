using System.Globalization;

namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>One part of a mail as the server describes it (RFC 9051 §7.5.2), so that nothing needs to be fetched to know it.</summary>
internal sealed class ImapPart
{
    private const int PartsMax = 500;

    private ImapPart()
    {
    }

    /// <summary>Gets the number to fetch it by, such as <c>1.2</c>.</summary>
    internal required string Section { get; init; }

    /// <summary>Gets the media type, lower case.</summary>
    internal required string MediaType { get; init; }

    internal string? Charset { get; private init; }

    internal string? Name { get; private init; }

    internal string? Encoding { get; private init; }

    internal string? ContentId { get; private init; }

    internal string? Disposition { get; private init; }

    /// <summary>Gets its size in bytes as sent.</summary>
    internal ulong Size { get; private init; }

    internal IReadOnlyList<ImapPart> Parts { get; private init; } = [];

    /// <summary>Gets the parts that hold something themselves, in their order.</summary>
    internal IEnumerable<ImapPart> Leaves => Parts.Count == 0 ? [this] : Parts.SelectMany(p => p.Leaves);

    internal static ImapPart? Of(ImapValue structure)
    {
        var left = PartsMax;
        return Read(structure, string.Empty, ref left);
    }

    private static ImapPart? Read(ImapValue value, string section, ref int left)
    {
        if (!value.IsList || value.Items.Count == 0 || --left < 0)
        {
            return null;
        }

        return value.Items[0].IsList ? Multipart(value, section, ref left) : Leaf(value, section.Length == 0 ? "1" : section);
    }

    private static ImapPart Multipart(ImapValue value, string section, ref int left)
    {
        var parts = new List<ImapPart>();
        var i = 0;
        for (; value.At(i).IsList; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            if (Read(value.Items[i], section.Length == 0 ? number : $"{section}.{number}", ref left) is { } part)
            {
                parts.Add(part);
            }
        }

        return new ImapPart { Section = section, MediaType = "multipart/" + Lower(value.At(i)), Parts = parts };
    }

    /// <summary>A forwarded mail is a leaf here: what is in it was written to somebody else.</summary>
    private static ImapPart Leaf(ImapValue value, string section)
    {
        var mediaType = $"{Lower(value.At(0))}/{Lower(value.At(1))}";
        var extensions = mediaType switch
        {
            "message/rfc822" or "message/global" => 10,
            _ when mediaType.StartsWith("text/", StringComparison.Ordinal) => 8,
            _ => 7,
        };
        var disposition = value.At(extensions + 1);
        return new ImapPart
        {
            Section = section,
            MediaType = mediaType,
            Charset = Parameter(value.At(2), "charset"),
            Name = Parameter(value.At(2), "name") ?? Parameter(disposition.At(1), "filename"),
            ContentId = value.At(3).IsNil ? null : value.At(3).Text,
            Encoding = value.At(5).IsNil ? null : value.At(5).Text,
            Size = value.At(6).Number,
            Disposition = disposition.IsList ? Lower(disposition.At(0)) : null,
        };
    }

    private static string? Parameter(ImapValue list, string name)
    {
        for (var i = 0; i + 1 < list.Items.Count; i += 2)
        {
            if (list.Items[i].Is(name) || list.Items[i].Is(name + "*"))
            {
                return list.Items[i + 1].Text;
            }
        }

        return null;
    }

    private static string Lower(ImapValue value) => value.Text.ToLowerInvariant();
}
