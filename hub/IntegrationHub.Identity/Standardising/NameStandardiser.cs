namespace IntegrationHub.Identity.Standardising;

/// <summary>Takes names apart: titles and generations off, given, middle and family names as words.</summary>
internal sealed class NameStandardiser(WordPool words)
{
    private const int WordsMax = 8;

    private readonly List<int> _given = [];
    private readonly List<int> _family = [];
    private readonly List<int> _all = [];
    private int _joinedGivenCount;

    /// <summary>Gets the generation found in the last name, 0 if none.</summary>
    public int Generation { get; private set; }

    /// <summary>Writes a name given in parts; nothing if nothing is left of it.</summary>
    public bool WriteParts(string? given, string? middle, string? family, string? suffix, IntBuffer output)
    {
        Generation = 0;
        Split(given, _given);
        StripTitles(_given);
        _joinedGivenCount = _given.Count;
        Split(middle, _all);
        _given.AddRange(_all.Take(WordsMax - Math.Min(WordsMax, _given.Count)));
        Split(family, _family);
        TakeGeneration(_family);
        TakeGeneration(_given);
        TakeFirst(_given);
        _joinedGivenCount = Math.Min(Math.Max(1, _joinedGivenCount), _given.Count);
        Split(suffix, _all);
        TakeGeneration(_all, isSuffix: true);
        return Write(NameView.StructuredFlag, output);
    }

    /// <summary>Writes a name given in one piece: "Given Middle Family" or "Family, Given".</summary>
    public bool WriteWhole(string full, IntBuffer output)
    {
        Generation = 0;
        _given.Clear();
        _family.Clear();
        var hasComma = SplitAtComma(full);
        var flags = hasComma ? NameView.StructuredFlag : 0;
        if (!hasComma)
        {
            StripTitles(_all);
            StripDegrees(_all);
            TakeGeneration(_all);
            var familyStart = Math.Max(0, _all.Count - 1);
            while (familyStart > 1 && WordLists.Particles.Contains(words.Text(_all[familyStart - 1])))
            {
                familyStart--;
            }

            _given.AddRange(_all.Take(familyStart));
            _family.AddRange(_all.Skip(familyStart));
        }

        _joinedGivenCount = Math.Min(1, _given.Count);
        return Write(flags, output);
    }

    private bool SplitAtComma(string full)
    {
        var comma = full.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0)
        {
            Split(full, _all);
            return false;
        }

        Split(full[(comma + 1)..], _given);
        TakeGeneration(_given, isSuffix: true);
        StripDegrees(_given);
        if (_given.Count == 0 || (_given.Count == 1 && WordLists.Titles.Contains(words.Text(_given[0]))))
        {
            _given.Clear();
            Split(full[..comma], _all);
            return false;
        }

        StripTitles(_given);
        Split(full[..comma], _family);
        TakeGeneration(_family);
        return true;
    }

    private void Split(string? text, List<int> output)
    {
        output.Clear();
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        Span<char> folded = stackalloc char[CharFolding.LengthMax];
        if (IsPunctuatedPlaceholder(text, folded))
        {
            return;
        }

        folded = folded[..CharFolding.Fold(text, folded)];
        foreach (var range in new WordSplitter(folded))
        {
            var word = folded[range];
            if (output.Count < WordsMax && !WordLists.Placeholders.Contains(word) && !IsNumber(word))
            {
                output.Add(words.Intern(word));
            }
        }
    }

    // "n/a" is no pair of initials.
    private static bool IsPunctuatedPlaceholder(ReadOnlySpan<char> text, Span<char> buffer) =>
        text.ContainsAny('/', '.', '-') && WordLists.Placeholders.Contains(buffer[..CharFolding.FoldCompact(text, buffer)]);

    private static bool IsNumber(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('0', '9');

    private void StripTitles(List<int> list)
    {
        while (list.Count > 1 && WordLists.Titles.Contains(words.Text(list[0])))
        {
            list.RemoveAt(0);
        }
    }

    private void StripDegrees(List<int> list)
    {
        while (list.Count > 2 && WordLists.Titles.Contains(words.Text(list[^1])))
        {
            list.RemoveAt(list.Count - 1);
        }
    }

    private void TakeGeneration(List<int> list, bool isSuffix = false)
    {
        if (list.Count > (isSuffix ? 0 : 1) && WordLists.Generations.TryGetValue(words.Text(list[^1]), out var generation))
        {
            Generation = generation;
            list.RemoveAt(list.Count - 1);
        }
    }

    /// <summary>"Morris I" is the first of that name when nothing else says the generation.</summary>
    private void TakeFirst(List<int> list)
    {
        if (Generation == 0 && list.Count == 2 && words.Text(list[1]) is "i")
        {
            Generation = 1;
            list.RemoveAt(1);
        }
    }

    private bool Write(int flags, IntBuffer output)
    {
        if (_given.Count + _family.Count == 0)
        {
            return false;
        }

        var first = words.Text(_family.Count > 0 ? _family[0] : _given[0]);
        var start = output.Count;
        output.Add(0);
        output.Add(flags | (char.IsAscii(first[0]) ? 0 : NameView.ForeignFlag));
        output.Add(Join(_given, _joinedGivenCount));
        output.Add(Join(_family, _family.Count));
        output.Add(_given.Count);
        foreach (var word in _given)
        {
            output.Add(word);
        }

        WriteFamily(output);
        output[start] = output.Count - start;
        return true;
    }

    private void WriteFamily(IntBuffer output)
    {
        var hasWord = false;
        for (var i = 0; i < _family.Count; i++)
        {
            var isLastChance = i == _family.Count - 1 && !hasWord;
            if (isLastChance || !WordLists.Particles.Contains(words.Text(_family[i])))
            {
                output.Add(_family[i]);
                hasWord = true;
            }
        }
    }

    private int Join(List<int> list, int count)
    {
        if (count <= 1)
        {
            return count == 0 ? 0 : list[0];
        }

        // Room enough: the words are those of one folded text.
        Span<char> joined = stackalloc char[CharFolding.LengthMax];
        var length = 0;
        for (var i = 0; i < count; i++)
        {
            var word = words.Text(list[i]);
            word.CopyTo(joined[length..]);
            length += word.Length;
        }

        return words.Intern(joined[..length]);
    }
}
