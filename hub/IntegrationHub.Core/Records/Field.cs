using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Core.Records;

/// <summary>One value of a source record, as the gate let it in.</summary>
/// <param name="Name">A canonical field name, see <see cref="PersonFields"/>.</param>
/// <param name="Value">The normalised value: e-mail folded, phone in E.164, date as <c>yyyy-MM-dd</c>.</param>
/// <param name="Original">What the source wrote, where it differs from <paramref name="Value"/>.</param>
/// <param name="Kind">What the text stands for.</param>
/// <param name="Group">Which of several addresses it belongs to, from 0.</param>
/// <param name="Evidence">Where in the source it was found, when that is not obvious.</param>
/// <param name="SaidAt">When a record that tells only a part said it; <see langword="null"/> for a value of a whole record.</param>
public readonly record struct Field(
    string Name, string Value, string? Original = null, FieldKind Kind = FieldKind.Text, int Group = 0, string? Evidence = null, DateTimeOffset? SaidAt = null);
