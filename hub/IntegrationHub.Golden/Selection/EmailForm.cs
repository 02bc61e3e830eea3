namespace IntegrationHub.Golden.Selection;

/// <summary>The form of an e-mail address to write to: as the person gave it, where the identity form left out a tag, dots or the domain.</summary>
internal static class EmailForm
{
    internal static string Deliverable(string value, string? original)
    {
        if (original is null || !value.Contains('@', StringComparison.Ordinal))
        {
            return value;
        }

        var text = original.AsSpan().Trim();
        var open = text.LastIndexOf('<');
        if (open >= 0)
        {
            text = text[(open + 1)..];
        }

        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            text = text["mailto:".Length..];
            var query = text.IndexOf('?');
            text = query < 0 ? text : text[..query];
        }

        text = text.Trim("\"'<>,;.\u200B\uFEFF \t");

        // An international domain stays in its ASCII form; anything odd is not worth the risk.
        foreach (var c in text)
        {
            if (c >= 0x80 || c <= ' ')
            {
                return value;
            }
        }

        return text.IndexOf('@') > 0 && !text.Equals(value, StringComparison.OrdinalIgnoreCase) ? text.ToString().ToLowerInvariant() : value;
    }
}
