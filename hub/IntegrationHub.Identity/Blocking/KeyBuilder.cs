using IntegrationHub.Identity.Standardising;

namespace IntegrationHub.Identity.Blocking;

/// <summary>
/// Builds the keys of a record. Families complement each other, so that an error in one part of a record leaves others
/// intact; a key with a part missing is no key. Names count without their role, which finds swapped ones.
/// </summary>
internal sealed class KeyBuilder(WordPool words, TextPool values, FieldNames names)
{
    private const int NamesMax = 3;
    private const int WordsMax = 3;
    private const int LocalLengthMin = 4;
    private const int PhoneTailLength = 7;
    private const int PhoneEndLength = 4;
    private const int StartLength = 3;

    private readonly List<ulong> _keys = [];
    private readonly List<ulong> _sounds = [];

    /// <summary>Builds the keys of a record, each once. The span is valid until the next call.</summary>
    public ReadOnlySpan<ulong> Build(int[] data)
    {
        _keys.Clear();
        var profile = new Profile(data);
        AddEmails(profile.Emails);
        AddIdentifiers(profile.Identifiers);
        AddNames(profile.Names);
        AddPhones(profile.Phones);
        AddBirth(profile);
        AddAddresses(profile.Addresses);
        AddOrganizations(profile);
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_keys);
    }

    private void Add(KeyFamily family, ulong a, ulong b = 0)
    {
        var key = BlockKey.Of(family, StableHash.Combine(a, b));
        if (!_keys.Contains(key))
        {
            _keys.Add(key);
        }
    }

    private void AddEmails(ReadOnlySpan<int> emails)
    {
        for (; emails.Length > 0; emails = emails[EmailStandardiser.EntryLength..])
        {
            var email = new EmailStandardiser.View(emails);
            if (email.IsShared)
            {
                continue;
            }

            Add(KeyFamily.Email, values.Hash(email.Full));
            if (values.Text(email.Local).Length >= LocalLengthMin)
            {
                Add(KeyFamily.EmailLocal, values.Hash(email.Local));
            }
        }
    }

    private void AddIdentifiers(ReadOnlySpan<int> identifiers)
    {
        for (; identifiers.Length > 0; identifiers = identifiers[IdentifierStandardiser.EntryLength..])
        {
            if (identifiers[2] != 0)
            {
                Add(KeyFamily.Identifier, names.Hash(identifiers[0]), values.Hash(identifiers[1]));
            }
        }
    }

    private void AddNames(ReadOnlySpan<int> names)
    {
        _sounds.Clear();
        for (var count = 0; names.Length > 0 && count < NamesMax; names = names[names[0]..], count++)
        {
            var name = new NameView(names);
            var given = name.GivenWords[..Math.Min(WordsMax, name.GivenWords.Length)];
            var family = name.FamilyWords[..Math.Min(WordsMax, name.FamilyWords.Length)];
            AddSound(given.IsEmpty ? 0 : given[0]);
            foreach (var word in family)
            {
                AddSound(word);
                if (!given.IsEmpty)
                {
                    AddPair(given[0], word);
                }
            }
        }
    }

    private void AddSound(int word)
    {
        if (word != 0 && words.Text(word).Length > 1 && !_sounds.Contains(words.Traits(word).Phonetic))
        {
            _sounds.Add(words.Traits(word).Phonetic);
        }
    }

    private void AddPair(int given, int family)
    {
        var a = words.Traits(given).Phonetic;
        var b = words.Traits(family).Phonetic;
        Add(KeyFamily.NameSounds, Math.Min(a, b), Math.Max(a, b));
        var startA = StableHash.Of(Start(given));
        var startB = StableHash.Of(Start(family));
        Add(KeyFamily.NameStarts, Math.Min(startA, startB), Math.Max(startA, startB));
    }

    private ReadOnlySpan<char> Start(int word)
    {
        var text = words.Text(word);
        return text[..Math.Min(StartLength, text.Length)];
    }

    private void AddPhones(ReadOnlySpan<int> phones)
    {
        foreach (var number in phones)
        {
            var phone = values.Text(number);
            Add(KeyFamily.Phone, StableHash.Of(phone[^Math.Min(phone.Length, PhoneTailLength)..]));
            var end = StableHash.Of(phone[^PhoneEndLength..]);
            foreach (var sound in _sounds)
            {
                Add(KeyFamily.PhoneName, end, sound);
            }
        }
    }

    private void AddBirth(in Profile profile)
    {
        if (profile.Birth == 0 || profile.Birth % 100 == 0)
        {
            return;
        }

        var (year, month, day) = (profile.Birth / 10000, profile.Birth / 100 % 100, profile.Birth % 100);
        var dayOfYear = (ulong)((Math.Min(month, day) * 100) + Math.Max(month, day));
        Add(KeyFamily.BirthDate, (ulong)year, dayOfYear);
        foreach (var sound in _sounds)
        {
            Add(KeyFamily.BirthYearName, (ulong)year, sound);
            Add(KeyFamily.BirthDayName, dayOfYear, sound);
        }
    }

    private void AddAddresses(ReadOnlySpan<int> addresses)
    {
        for (; addresses.Length > 0; addresses = addresses[addresses[0]..])
        {
            var address = new AddressView(addresses);
            var postal = address.PostalCode == 0 ? 0 : words.Hash(address.PostalCode);
            var house = address.House == 0 ? 0 : words.Hash(address.House);
            foreach (var sound in _sounds)
            {
                if (postal != 0)
                {
                    Add(KeyFamily.PostalName, postal, sound);
                }

                if (address.Locality != 0)
                {
                    Add(KeyFamily.LocalityName, words.Traits(address.Locality).Phonetic, sound);
                }
            }

            if (house != 0 && !address.Words.IsEmpty)
            {
                Add(KeyFamily.HouseStreet, house, words.Traits(address.Words[0]).Phonetic);
            }

            if (house != 0 && postal != 0)
            {
                Add(KeyFamily.HousePostal, house, postal);
            }
        }
    }

    private void AddOrganizations(in Profile profile)
    {
        for (var rest = profile.Organizations; rest.Length > 0; rest = rest[rest[0]..])
        {
            var organization = new OrganizationView(rest);
            if (organization.Joined == 0)
            {
                continue;
            }

            var first = words.Traits(organization.Words.IsEmpty ? organization.Joined : organization.Words[0]).Phonetic;
            foreach (var sound in _sounds)
            {
                Add(KeyFamily.EmployerName, first, sound);
            }

            if (profile.Kind == RecordKind.Company)
            {
                Add(KeyFamily.CompanySound, words.Traits(organization.Joined).Phonetic);
                AddCompanyPlaces(organization, profile.Addresses);
            }
        }
    }

    private void AddCompanyPlaces(in OrganizationView organization, ReadOnlySpan<int> addresses)
    {
        for (; addresses.Length > 0; addresses = addresses[addresses[0]..])
        {
            var address = new AddressView(addresses);
            var place = address.PostalCode != 0 ? address.PostalCode : address.Locality;
            foreach (var word in organization.Words)
            {
                if (place != 0)
                {
                    Add(KeyFamily.CompanyPlace, words.Hash(place), words.Traits(word).Phonetic);
                }
            }
        }
    }
}
