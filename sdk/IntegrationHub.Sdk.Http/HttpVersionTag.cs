namespace IntegrationHub.Sdk.Http;

/// <summary>Which version of a document was got, as its server names it. Immutable.</summary>
/// <param name="ETag">The entity tag as sent, quotation marks included; <see langword="null"/> when there was none.</param>
/// <param name="LastModified">When it last changed, as sent; <see langword="null"/> when the server did not say.</param>
public sealed record HttpVersionTag(string? ETag, string? LastModified);
