using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Blocking;

/// <summary>
/// Reads the atoms of a record. Atoms of names do not tell given from family names, so that keys find swapped ones. One
/// per thread.
/// </summary>
/// <param name="words">The words of names and addresses.</param>
/// <param name="values">The other texts.</param>
/// <param name="names">The names of identifiers.</param>
/// <param name="wanted">A bit for each kind that is needed.</param>
internal sealed class AtomReader(WordPool words, TextPool values, FieldNames names, uint wanted)
{
    private const int NamesMax = 3;
    private const int WordsMax = 3;
    private const int LocalLengthMin = 4;
    private const int PhoneTailLength = 7;
    private const int PhoneEndLength = 4;
    private const int StartLength = 3;
    private const int HalvedLengthMin = 6;
    private const ulong SoundClass = 101;
    private const ulong StartClass = 102;

    public static uint Bit(AtomKind kind) => 1u << (int)kind;

    public void Read(int[] data, AtomSet output)
    {
        output.Clear();
        var profile = new Profile(data);
        ReadEmails(profile.Emails, output);
        ReadPhones(profile.Phones, output);
        ReadIdentifiers(profile.Identifiers, output);
        ReadBirth(profile.Birth, output);
        ReadNames(profile.Names, output);
        ReadAddresses(profile.Addresses, output);
        ReadOrganizations(profile, output);
    }

    private static ulong Atom(AtomKind kind, ulong value) => StableHash.Combine((ulong)kind + 1, value);

    private bool Wants(AtomKind kind) => (wanted & Bit(kind)) != 0;

    private void Add(AtomKind kind, ulong value, AtomSet output)
    {
        if (Wants(kind))
        {
            output.Add(kind, Atom(kind, value));
        }
    }

    private void ReadEmails(ReadOnlySpan<int> emails, AtomSet output)
    {
        for (; emails.Length > 0; emails = emails[EmailStandardiser.EntryLength..])
        {
            var email = new EmailStandardiser.View(emails);
            if (email.IsShared)
            {
                continue;
            }

            Add(AtomKind.Email, values.Hash(email.Full), output);
            if (values.Text(email.Local).Length >= LocalLengthMin)
            {
                Add(AtomKind.EmailLocal, values.Hash(email.Local), output);
            }
        }
    }

    private void ReadPhones(ReadOnlySpan<int> phones, AtomSet output)
    {
        foreach (var number in phones)
        {
            var phone = values.Text(number);
            Add(AtomKind.PhoneTail, StableHash.Of(phone[^Math.Min(phone.Length, PhoneTailLength)..]), output);
            Add(AtomKind.PhoneEnd, StableHash.Of(phone[^Math.Min(phone.Length, PhoneEndLength)..]), output);
        }
    }

    private void ReadIdentifiers(ReadOnlySpan<int> identifiers, AtomSet output)
    {
        for (; identifiers.Length > 0; identifiers = identifiers[IdentifierStandardiser.EntryLength..])
        {
            if (identifiers[2] == 0)
            {
                continue;
            }

            var name = names.Hash(identifiers[0]);
            Add(AtomKind.Identifier, StableHash.Combine(name, values.Hash(identifiers[1])), output);
            var text = values.Text(identifiers[1]);
            if (text.Length >= HalvedLengthMin && (Wants(AtomKind.IdentifierStart) || Wants(AtomKind.IdentifierEnd)))
            {
                Add(AtomKind.IdentifierStart, StableHash.Combine(name, StableHash.Of(text[..(text.Length / 2)])), output);
                Add(AtomKind.IdentifierEnd, StableHash.Combine(name, StableHash.Of(text[^(text.Length / 2)..])), output);
            }
        }
    }

    private void ReadBirth(int birth, AtomSet output)
    {
        if (birth == 0 || birth % 100 == 0)
        {
            return;
        }

        var (year, month, day) = (birth / 10000, birth / 100 % 100, birth % 100);
        var dayOfYear = (ulong)((Math.Min(month, day) * 100) + Math.Max(month, day));
        Add(AtomKind.BirthDate, StableHash.Combine((ulong)year, dayOfYear), output);
        Add(AtomKind.BirthYear, (ulong)year, output);
        Add(AtomKind.BirthDay, dayOfYear, output);
    }

    private void ReadNames(ReadOnlySpan<int> profileNames, AtomSet output)
    {
        for (var count = 0; profileNames.Length > 0 && count < NamesMax; profileNames = profileNames[profileNames[0]..], count++)
        {
            var name = new NameView(profileNames);
            if (!name.GivenWords.IsEmpty)
            {
                var given = name.GivenWords[0];
                AddName(given, AtomKind.GivenSound, AtomKind.GivenStart, output);
                var nickname = words.Traits(given).Nickname;
                Add(AtomKind.GivenNickname, nickname != 0 ? (ulong)nickname : words.Hash(given), output);
            }

            foreach (var word in name.FamilyWords[..Math.Min(WordsMax, name.FamilyWords.Length)])
            {
                AddName(word, AtomKind.FamilySound, AtomKind.FamilyStart, output);
            }
        }
    }

    private void AddName(int word, AtomKind sound, AtomKind start, AtomSet output)
    {
        var text = words.Text(word);
        var atom = StableHash.Combine(SoundClass, words.Traits(word).Phonetic);
        output.Add(sound, atom);
        if (text.Length > 1)
        {
            output.Add(AtomKind.NameSound, atom);
        }

        if (Wants(start))
        {
            output.Add(start, StableHash.Combine(StartClass, StableHash.Of(text[..Math.Min(StartLength, text.Length)])));
        }
    }

    private void ReadAddresses(ReadOnlySpan<int> addresses, AtomSet output)
    {
        for (; addresses.Length > 0; addresses = addresses[addresses[0]..])
        {
            var address = new AddressView(addresses);
            if (address.PostalCode != 0)
            {
                Add(AtomKind.Postal, words.Hash(address.PostalCode), output);
                Add(AtomKind.Place, words.Hash(address.PostalCode), output);
                var postal = words.Text(address.PostalCode);
                if (Wants(AtomKind.PostalStart) && postal.Length > StartLength)
                {
                    Add(AtomKind.PostalStart, StableHash.Of(postal[..StartLength]), output);
                }
            }

            if (address.Locality != 0)
            {
                Add(AtomKind.LocalitySound, words.Traits(address.Locality).Phonetic, output);
                if (address.PostalCode == 0)
                {
                    Add(AtomKind.Place, words.Hash(address.Locality), output);
                }
            }

            if (address.House != 0)
            {
                Add(AtomKind.House, words.Hash(address.House), output);
            }

            if (!address.Words.IsEmpty)
            {
                Add(AtomKind.StreetSound, words.Traits(address.Words[0]).Phonetic, output);
            }
        }
    }

    private void ReadOrganizations(in Profile profile, AtomSet output)
    {
        for (var rest = profile.Organizations; rest.Length > 0; rest = rest[rest[0]..])
        {
            var organization = new OrganizationView(rest);
            if (organization.Joined == 0)
            {
                continue;
            }

            var first = organization.Words.IsEmpty ? organization.Joined : organization.Words[0];
            Add(AtomKind.OrganizationSound, words.Traits(first).Phonetic, output);
            if (profile.Kind != RecordKind.Company)
            {
                continue;
            }

            Add(AtomKind.CompanySound, words.Traits(organization.Joined).Phonetic, output);
            foreach (var word in organization.Words)
            {
                Add(AtomKind.CompanyWordSound, words.Traits(word).Phonetic, output);
            }
        }
    }
}
