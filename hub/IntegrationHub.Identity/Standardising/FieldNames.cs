namespace IntegrationHub.Identity.Standardising;

/// <summary>The names of identifiers and attributes met, folded: few, numbered from 1.</summary>
internal sealed class FieldNames : TextPool;
