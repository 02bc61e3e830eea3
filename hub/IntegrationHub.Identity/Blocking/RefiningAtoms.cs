using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Blocking;

/// <summary>What refines a block that is too large: records in it must share one of these as well.</summary>
internal static class RefiningAtoms
{
    public const int Count = 6;
    public const int NoneIndex = 7;
    private const int PhoneTailLength = 7;

    /// <summary>Writes the atoms of a record, 0 where it has none.</summary>
    public static void Write(WordPool words, TextPool values, int[] data, Span<ulong> atoms)
    {
        atoms.Clear();
        var profile = new Profile(data);
        if (!profile.Names.IsEmpty)
        {
            var name = new NameView(profile.Names);
            atoms[0] = name.GivenWords.IsEmpty ? 0 : words.Traits(name.GivenWords[0]).Phonetic;
            atoms[1] = name.FamilyWords.IsEmpty ? 0 : words.Traits(name.FamilyWords[^1]).Phonetic;
        }
        else if (!profile.Organizations.IsEmpty && new OrganizationView(profile.Organizations).Joined != 0)
        {
            atoms[1] = words.Traits(new OrganizationView(profile.Organizations).Joined).Phonetic;
        }

        atoms[2] = profile.BirthText == 0 ? 0 : values.Hash(profile.BirthText);
        if (!profile.Addresses.IsEmpty)
        {
            var address = new AddressView(profile.Addresses);
            atoms[3] = address.PostalCode != 0 ? words.Hash(address.PostalCode) : address.Locality != 0 ? words.Hash(address.Locality) : 0;
            atoms[4] = address.House != 0 && address.Street != 0 ? StableHash.Combine(words.Hash(address.House), words.Hash(address.Street)) : 0;
        }

        if (!profile.Phones.IsEmpty)
        {
            var phone = values.Text(profile.Phones[0]);
            atoms[5] = StableHash.Of(phone.Length > PhoneTailLength ? phone[^PhoneTailLength..] : phone);
        }
    }
}
