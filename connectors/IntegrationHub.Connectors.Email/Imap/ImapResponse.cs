namespace IntegrationHub.Connectors.Email.Imap;

/// <summary>One answer of a server.</summary>
internal sealed class ImapResponse
{
    /// <summary>Gets the tag of the command it ends, <c>*</c>, or <c>+</c> when the server waits for more.</summary>
    internal required string Tag { get; init; }

    /// <summary>Gets what it is, upper case: <c>OK</c>, <c>NO</c>, <c>FETCH</c>, <c>LIST</c>.</summary>
    internal string Name { get; init; } = string.Empty;

    /// <summary>Gets the number before the name, as in <c>* 23 EXISTS</c>.</summary>
    internal ulong Number { get; init; }

    /// <summary>Gets what follows the name; empty for a status, whose text is for people only and may name them.</summary>
    internal IReadOnlyList<ImapValue> Values { get; init; } = [];

    /// <summary>Gets the response code of a status, upper case, without its arguments; empty when there is none.</summary>
    internal string Code { get; init; } = string.Empty;

    /// <summary>Gets the arguments of the response code.</summary>
    internal IReadOnlyList<ImapValue> CodeValues { get; init; } = [];

    /// <summary>Gets a value indicating whether this is <c>OK</c>, <c>NO</c>, <c>BAD</c>, <c>BYE</c> or <c>PREAUTH</c>.</summary>
    internal bool IsStatus => Name is "OK" or "NO" or "BAD" or "BYE" or "PREAUTH";
}
