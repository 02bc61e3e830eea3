using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Gate.Cards;

namespace IntegrationHub.Sync.Gate;

/// <summary>Masks payment cards in one value of a person record.</summary>
/// <remarks>An <c>identifier:</c> that is a card number stays when its namespace declares another kind of number that may look like a
/// card (loyalty, membership, IMEI, ...). Any other is masked and, since many people share four last digits, becomes an
/// <c>attribute:</c> of the same name: it no longer identifies anyone.</remarks>
internal static class FieldMask
{
    private const int PhoneDigitsMax = 15;

    /// <summary>Masks.</summary>
    /// <param name="field">The value.</param>
    /// <param name="masked">The value as it may be kept.</param>
    /// <returns><see langword="false"/> when the value may not be kept at all.</returns>
    internal static bool TryMask(in FieldValue field, out FieldValue masked)
    {
        masked = field;
        var colon = field.Field.IndexOf(':', StringComparison.Ordinal);
        var local = colon < 0 ? default : field.Field.AsSpan(colon + 1);
        if (colon >= 0 && CardNames.IsForbidden(local))
        {
            return false;
        }

        var evidence = field.Evidence is null ? null : CardMasker.Mask(field.Evidence);
        var name = colon < 0 ? field.Field : CardMasker.Mask(field.Field);
        var isIdentifier = colon >= 0 && field.Field.StartsWith(PersonFields.IdentifierPrefix, StringComparison.Ordinal);
        var isExempt = (isIdentifier && CardNames.DeclaresOtherNumber(local) && CardMasker.IsCard(field.Value))
            || (field.Field == PersonFields.Phone && CountDigits(field.Value) < PhoneDigitsMax);
        var value = isExempt ? field.Value : CardMasker.Mask(field.Value);
        if (ReferenceEquals(value, field.Value) && ReferenceEquals(evidence, field.Evidence) && ReferenceEquals(name, field.Field))
        {
            return true;
        }

        if (isIdentifier && !ReferenceEquals(value, field.Value))
        {
            name = PersonFields.Attribute(name[PersonFields.IdentifierPrefix.Length..]);
        }

        var kind = ReferenceEquals(value, field.Value) ? field.Kind : FieldKind.Text;
        masked = new FieldValue(name, value, kind, field.Group, evidence);
        return true;
    }

    private static int CountDigits(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += CardRun.Digit(c) >= 0 ? 1 : 0;
        }

        return count;
    }
}
