using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Core.Customers;

/// <summary>Finds records by a value without keeping the value in an index: 64 bits of SHA-256 over field and value.</summary>
/// <remarks>A token may collide; whoever looks up compares the record's own value afterwards. Thread-safe.</remarks>
public static class LookupToken
{
    private const int FieldLengthMax = 256;
    private const int ValueLengthMax = 1024;

    /// <summary>Says whether records can be looked up by a field: e-mail, phone and identifiers.</summary>
    /// <param name="field">A canonical field name.</param>
    /// <returns><see langword="true"/> when its values have tokens.</returns>
    public static bool Covers(string field)
    {
        ArgumentNullException.ThrowIfNull(field);

        return field is PersonFields.Email or PersonFields.Phone
            || field.StartsWith(PersonFields.IdentifierPrefix, StringComparison.Ordinal);
    }

    /// <summary>Makes the token of a normalised value.</summary>
    /// <param name="field">A canonical field name such as <c>email</c> or <c>identifier:loyalty</c>.</param>
    /// <param name="value">The normalised value; case is ignored.</param>
    /// <returns>The token.</returns>
    public static long Of(string field, string value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);

        var text = string.Concat(
            field.AsSpan(0, Math.Min(field.Length, FieldLengthMax)), "\0", value.AsSpan(0, Math.Min(value.Length, ValueLengthMax)))
            .ToUpperInvariant();
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], hash);
        return BitConverter.ToInt64(hash);
    }
}
