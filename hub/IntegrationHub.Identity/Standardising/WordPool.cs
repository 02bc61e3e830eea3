namespace IntegrationHub.Identity.Standardising;

/// <summary>Interned words of names and addresses with what comparing them needs, computed once per word.</summary>
internal sealed class WordPool : TextPool
{
    private WordTraits[] _traits = new WordTraits[256];

    public ref readonly WordTraits Traits(int id) => ref _traits[id];

    protected override void OnAdded(int id, ReadOnlySpan<char> text)
    {
        if (id >= _traits.Length)
        {
            Array.Resize(ref _traits, _traits.Length * 2);
        }

        _traits[id] = new WordTraits(
            PhoneticKey.Of(text),
            Nicknames.Find(text),
            NameFrequencies.GivenBits(text),
            NameFrequencies.FamilyBits(text));
    }
}
