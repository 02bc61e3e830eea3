namespace IntegrationHub.Identity.Standardising;

/// <summary>Hashes what a profile says, not the numbers its texts happen to have.</summary>
internal static class ProfileHash
{
    public static ulong Of(WordPool words, TextPool values, FieldNames names, int[] data)
    {
        var profile = new Profile(data);
        var hash = StableHash.Combine((ulong)data[Profile.TraitsAt], values.Hash(profile.BirthText));
        for (var i = 0; i <= 5; i++)
        {
            hash = StableHash.Combine(hash, (ulong)data[Profile.FirstEndAt + i]);
        }

        for (var rest = profile.Names; rest.Length > 0; rest = rest[rest[0]..])
        {
            var name = new NameView(rest);
            hash = StableHash.Combine(hash, (ulong)(((name.GivenWords.Length * 2) + (name.IsStructured ? 1 : 0)) + (name.Length << 8)));
            hash = AddTexts(words, hash, rest[2..4]);
            hash = AddTexts(words, hash, rest[NameView.HeaderLength..rest[0]]);
        }

        for (var rest = profile.Emails; rest.Length > 0; rest = rest[EmailStandardiser.EntryLength..])
        {
            hash = StableHash.Combine(hash, values.Hash(rest[0]));
        }

        hash = AddTexts(values, hash, profile.Phones);
        for (var rest = profile.Addresses; rest.Length > 0; rest = rest[rest[0]..])
        {
            hash = StableHash.Combine(hash, (ulong)(rest[0] * 2) + (ulong)rest[1]);
            hash = AddTexts(words, hash, rest[2..rest[0]]);
        }

        for (var rest = profile.Identifiers; rest.Length > 0; rest = rest[IdentifierStandardiser.EntryLength..])
        {
            hash = StableHash.Combine(StableHash.Combine(hash, names.Hash(rest[0])), values.Hash(rest[1]));
        }

        for (var rest = profile.Organizations; rest.Length > 0; rest = rest[rest[0]..])
        {
            hash = AddTexts(words, StableHash.Combine(hash, (ulong)rest[0]), rest[1..rest[0]]);
        }

        return hash;
    }

    private static ulong AddTexts(TextPool pool, ulong hash, ReadOnlySpan<int> texts)
    {
        foreach (var text in texts)
        {
            hash = StableHash.Combine(hash, pool.Hash(text));
        }

        return hash;
    }
}
