using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Identity.Standardising;

/// <summary>The fields of one address as they came.</summary>
internal sealed class AddressParts
{
    public string? Full { get; private set; }

    public string? Line1 { get; private set; }

    public string? Line2 { get; private set; }

    public string? HouseNumber { get; private set; }

    public string? Street { get; private set; }

    public string? Locality { get; private set; }

    public string? Region { get; private set; }

    public string? PostalCode { get; private set; }

    public string? Country { get; private set; }

    public bool IsEmpty { get; private set; } = true;

    public void Clear()
    {
        Full = Line1 = Line2 = HouseNumber = Street = Locality = Region = PostalCode = Country = null;
        IsEmpty = true;
    }

    /// <summary>Takes a field; the first value of a part counts, a second street line becomes the second line.</summary>
    public void Set(string name, string value)
    {
        IsEmpty = false;
        switch (name)
        {
            case PersonFields.AddressFull: Full ??= value; break;
            case PersonFields.AddressLine1 when Line1 is null: Line1 = value; break;
            case PersonFields.AddressLine1: Line2 ??= value; break;
            case PersonFields.AddressLine2: Line2 ??= value; break;
            case PersonFields.AddressHouseNumber: HouseNumber ??= value; break;
            case PersonFields.AddressStreet when Street is null: Street = value; break;
            case PersonFields.AddressStreet: Line2 ??= value; break;
            case PersonFields.AddressLocality: Locality ??= value; break;
            case PersonFields.AddressRegion: Region ??= value; break;
            case PersonFields.AddressPostalCode: PostalCode ??= value; break;
            case PersonFields.AddressCountry: Country ??= value; break;
            default: break;
        }
    }
}
