namespace IntegrationHub.Core.Records;

/// <summary>Names a source record everywhere outside the store: <c>source/stream/key</c>.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Stream">The stream's name.</param>
/// <param name="Key">The source's own key; it may contain slashes.</param>
public readonly record struct RecordRef(string Source, string Stream, string Key)
{
    /// <summary>Reads <c>source/stream/key</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reference">The reference, when the text is one.</param>
    /// <returns><see langword="true"/> when all three parts are there.</returns>
    public static bool TryParse(string text, out RecordRef reference)
    {
        ArgumentNullException.ThrowIfNull(text);

        var parts = text.Split('/', 3);
        var isWhole = parts.Length == 3 && parts.All(p => p.Length > 0);
        reference = isWhole ? new RecordRef(parts[0], parts[1], parts[2]) : default;
        return isWhole;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Source}/{Stream}/{Key}";
}
