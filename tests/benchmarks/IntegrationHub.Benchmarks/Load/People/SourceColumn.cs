namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>A column of a source's file.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Field">The canonical field it means.</param>
internal sealed record SourceColumn(string Header, string Field);
