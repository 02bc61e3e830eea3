namespace IntegrationHub.Identity.Training;

/// <summary>A value that several records have.</summary>
/// <param name="Name">The number of the identifier's name, or what stands for one.</param>
/// <param name="Value">The number of the value.</param>
/// <param name="Members">The slots of the first records that have it in the canonical order, which is one of hashes: so they are any.</param>
internal sealed record SharedValue(int Name, int Value, int[] Members);
