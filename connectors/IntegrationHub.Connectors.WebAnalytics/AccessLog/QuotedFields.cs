namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>Takes words and quoted texts from a line, one after the other.</summary>
internal ref struct QuotedFields(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;

    internal bool TryWord(out ReadOnlySpan<byte> word)
    {
        _rest = _rest.TrimStart((byte)' ');
        var end = _rest.IndexOf((byte)' ');
        word = end < 0 ? _rest : _rest[..end];
        _rest = _rest[word.Length..];
        return !word.IsEmpty;
    }

    /// <summary>Takes a text in quotes, its escapes undone. A quote after a backslash does not end it.</summary>
    internal bool TryQuoted(out string? value)
    {
        value = null;
        _rest = _rest.TrimStart((byte)' ');
        if (_rest.IsEmpty || _rest[0] != '"')
        {
            return false;
        }

        var end = 1;
        while (end < _rest.Length && _rest[end] != '"')
        {
            end += _rest[end] == '\\' ? 2 : 1;
        }

        if (end >= _rest.Length)
        {
            return false;
        }

        value = LogEscapes.Undo(_rest[1..end]);
        _rest = _rest[(end + 1)..];
        return true;
    }
}
