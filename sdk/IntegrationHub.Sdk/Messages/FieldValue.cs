namespace IntegrationHub.Sdk.Messages;

/// <summary>One value of a person record.</summary>
/// <param name="Field">A canonical field name.</param>
/// <param name="Value">The value as text; numbers and yes/no in invariant form.</param>
/// <param name="Kind">What the text stands for.</param>
/// <param name="Group">Which of several addresses it belongs to, from 0.</param>
/// <param name="Evidence">Where in the source it was found, when that is not obvious.</param>
public readonly record struct FieldValue(string Field, string Value, FieldKind Kind, int Group, string? Evidence);
