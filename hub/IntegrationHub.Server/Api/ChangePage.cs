namespace IntegrationHub.Server.Api;

/// <summary>A page of the change feed.</summary>
/// <param name="Changes">The entries, oldest first.</param>
/// <param name="Next">What to send as <c>after</c> next time, also when the page is empty.</param>
internal sealed record ChangePage(IReadOnlyList<ChangeItem> Changes, string Next);
