using System.Collections.Frozen;

namespace IntegrationHub.Sdk.Messages;

/// <summary>The canonical fields of a person: what mappings aim at, and the names in the read API.</summary>
public static class PersonFields
{
    /// <summary>The whole name in one piece.</summary>
    public const string NameFull = "name.full";

    /// <summary>Title before the name.</summary>
    public const string NamePrefix = "name.prefix";

    /// <summary>Given (first) name.</summary>
    public const string NameGiven = "name.given";

    /// <summary>Middle names or initials.</summary>
    public const string NameMiddle = "name.middle";

    /// <summary>Family (last) name.</summary>
    public const string NameFamily = "name.family";

    /// <summary>What follows the name, such as Jr.</summary>
    public const string NameSuffix = "name.suffix";

    /// <summary>Date of birth; normalised to <c>yyyy-MM-dd</c>.</summary>
    public const string BirthDate = "birthDate";

    /// <summary>Gender, as the source says it.</summary>
    public const string Gender = "gender";

    /// <summary>E-mail address; may repeat.</summary>
    public const string Email = "email";

    /// <summary>Phone number; may repeat; normalised to E.164.</summary>
    public const string Phone = "phone";

    /// <summary>The whole address in one piece.</summary>
    public const string AddressFull = "address.full";

    /// <summary>First line of the address.</summary>
    public const string AddressLine1 = "address.line1";

    /// <summary>Second line of the address.</summary>
    public const string AddressLine2 = "address.line2";

    /// <summary>House number alone.</summary>
    public const string AddressHouseNumber = "address.houseNumber";

    /// <summary>Street name alone.</summary>
    public const string AddressStreet = "address.street";

    /// <summary>City or town.</summary>
    public const string AddressLocality = "address.locality";

    /// <summary>State, province or county.</summary>
    public const string AddressRegion = "address.region";

    /// <summary>Postal code.</summary>
    public const string AddressPostalCode = "address.postalCode";

    /// <summary>Country.</summary>
    public const string AddressCountry = "address.country";

    /// <summary>Employer or company.</summary>
    public const string Organization = "organization";

    /// <summary>Job title.</summary>
    public const string JobTitle = "jobTitle";

    /// <summary>Web address; may repeat.</summary>
    public const string Url = "url";

    /// <summary>Start of an identifier field: <c>identifier:loyalty</c>; may repeat.</summary>
    public const string IdentifierPrefix = "identifier:";

    /// <summary>An e-mail address that must not be written to. It makes the record an entry of a suppression list: its choices
    /// count for every customer with this address, now and later; the record itself is no customer and joined with nobody.</summary>
    public const string SuppressedEmail = "identifier:suppressed-email";

    /// <summary>A phone number that must not be called or texted; otherwise as <see cref="SuppressedEmail"/>.</summary>
    public const string SuppressedPhone = "identifier:suppressed-phone";

    /// <summary>Says, with the value <c>true</c>, that the name and the postal address of the record must not be written to; otherwise
    /// as <see cref="SuppressedEmail"/>. The record needs a family or whole name, a street and a postal code; without a given
    /// name it stands for everybody of that family name at the address.</summary>
    public const string SuppressedAddress = "identifier:suppressed-address";

    /// <summary>Start of an attribute field: <c>attribute:shoeSize</c>.</summary>
    public const string AttributePrefix = "attribute:";

    /// <summary>Start of a consent field: <c>consent:email/marketing</c>.</summary>
    public const string ConsentPrefix = "consent:";

    /// <summary>Start of a list membership: <c>list:newsletter</c>.</summary>
    public const string ListPrefix = "list:";

    private static readonly FrozenSet<string> Plain = new[]
    {
        NameFull, NamePrefix, NameGiven, NameMiddle, NameFamily, NameSuffix, BirthDate, Gender, Email, Phone,
        AddressFull, AddressLine1, AddressLine2, AddressHouseNumber, AddressStreet, AddressLocality, AddressRegion,
        AddressPostalCode, AddressCountry, Organization, JobTitle, Url,
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Prefixes = [IdentifierPrefix, AttributePrefix, ConsentPrefix, ListPrefix];

    /// <summary>Gets the fields that are not made with a prefix.</summary>
    public static IReadOnlyCollection<string> All => Plain;

    /// <summary>Names an identifier field.</summary>
    /// <param name="namespace">What kind of identifier: <c>loyalty</c>, <c>ssn</c>.</param>
    /// <returns>The field's name.</returns>
    public static string Identifier(string @namespace) => IdentifierPrefix + @namespace;

    /// <summary>Names an attribute field.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <returns>The field's name.</returns>
    public static string Attribute(string name) => AttributePrefix + name;

    /// <summary>Names a consent field.</summary>
    /// <param name="channel">The channel: <c>email</c>, <c>phone</c>, <c>post</c>.</param>
    /// <param name="purpose">The purpose: <c>marketing</c>, <c>service</c>.</param>
    /// <returns>The field's name.</returns>
    public static string Consent(string channel, string purpose) => ConsentPrefix + channel + "/" + purpose;

    /// <summary>Names a list membership.</summary>
    /// <param name="name">The list's name.</param>
    /// <returns>The field's name.</returns>
    public static string List(string name) => ListPrefix + name;

    /// <summary>Says whether a name is a canonical field.</summary>
    /// <param name="field">The name, compared by case.</param>
    /// <returns><see langword="true"/> for a plain field or a known prefix with something behind it.</returns>
    public static bool IsKnown(string field)
    {
        ArgumentNullException.ThrowIfNull(field);

        return Plain.Contains(field)
            || Prefixes.Any(p => field.Length > p.Length && field.StartsWith(p, StringComparison.Ordinal));
    }
}
