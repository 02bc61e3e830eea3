using System.Globalization;

namespace IntegrationHub.Sdk.Messages;

/// <summary>What the source says about one person.</summary>
/// <remarks>The record replaces what the source had said before under the same stream and key, unless <see cref="IsPartial"/>. Not thread-safe.</remarks>
public sealed class PersonRecord : Message
{
    private readonly List<FieldValue> _fields = new(12);

    /// <summary>Creates a record without values.</summary>
    /// <param name="stream">The stream's name.</param>
    /// <param name="key">The source's own id for the person, stable over time, 1 to 512 characters.</param>
    public PersonRecord(string stream, string key)
        : base(stream)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        Key = key;
    }

    /// <summary>Gets the source's own id for the person.</summary>
    public string Key { get; }

    /// <summary>Gets or sets when the source last changed the record; <see langword="null"/> when it does not say.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Gets or sets a value indicating whether the record tells only a part of what the source knows: a push that says "her
    /// phone is now this". For receivers only.</summary>
    /// <value>Defaults to <see langword="false"/>: what is not in the record is gone.</value>
    /// <remarks>Set <see cref="UpdatedAt"/> to when it was said. Per field the values said last count, whatever the order of arrival;
    /// an address counts as one field; identifiers add up. Do not send whole and partial records under one key.</remarks>
    public bool IsPartial { get; set; }

    /// <summary>Gets the values, in the order they were added.</summary>
    public IReadOnlyList<FieldValue> Fields => _fields;

    /// <summary>Adds a value as the source writes it; the hub normalises. Null and blank values are passed over.</summary>
    /// <param name="field">A name from <see cref="PersonFields"/>.</param>
    /// <param name="value">The value.</param>
    /// <param name="group">Which of several addresses the value belongs to, from 0.</param>
    /// <param name="evidence">Where in the source it was found, when that is not obvious (a line of a mail, say).</param>
    /// <returns>This record.</returns>
    /// <exception cref="ArgumentException">The name is not a canonical field.</exception>
    public PersonRecord Add(string field, string? value, int group = 0, string? evidence = null)
    {
        if (!PersonFields.IsKnown(field))
        {
            throw new ArgumentException(
                $"'{field}' is not a canonical field; use a name of PersonFields, for example PersonFields.Attribute(\"size\").", nameof(field));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(group);
        if (!string.IsNullOrWhiteSpace(value))
        {
            _fields.Add(new FieldValue(field, value, FieldKind.Text, group, evidence));
        }

        return this;
    }

    /// <summary>Adds a number, normally to an attribute.</summary>
    /// <param name="field">A name from <see cref="PersonFields"/>.</param>
    /// <param name="value">The value; nothing is added for <see langword="null"/>.</param>
    /// <returns>This record.</returns>
    public PersonRecord AddNumber(string field, decimal? value) => AddTyped(field, value?.ToString(CultureInfo.InvariantCulture), FieldKind.Number);

    /// <summary>Adds yes or no, normally to an attribute.</summary>
    /// <param name="field">A name from <see cref="PersonFields"/>.</param>
    /// <param name="value">The value; nothing is added for <see langword="null"/>.</param>
    /// <returns>This record.</returns>
    public PersonRecord AddFlag(string field, bool? value) => AddTyped(field, value is null ? null : value.Value ? "true" : "false", FieldKind.Boolean);

    private PersonRecord AddTyped(string field, string? value, FieldKind kind)
    {
        var before = _fields.Count;
        Add(field, value);
        if (_fields.Count > before)
        {
            _fields[before] = _fields[before] with { Kind = kind };
        }

        return this;
    }
}
