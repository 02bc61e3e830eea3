namespace IntegrationHub.Identity;

/// <summary>How many records share one key.</summary>
/// <param name="Key">The kind of key, such as <c>email</c>; never a value.</param>
/// <param name="Records">The number of records in the block.</param>
/// <param name="Depth">0 for a key, 1 and 2 for its refinements by further atoms.</param>
public sealed record BlockSize(string Key, int Records, int Depth);
