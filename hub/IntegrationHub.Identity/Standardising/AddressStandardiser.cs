namespace IntegrationHub.Identity.Standardising;

/// <summary>
/// Brings addresses in parts and in one piece to one form: house number, street as one word, postal code, and the
/// telling words of all lines, so that both kinds can be compared.
/// </summary>
internal sealed class AddressStandardiser(WordPool words)
{
    private const int WordsMax = 16;
    private const int StreetLengthMax = 64;

    private readonly char[] _street = new char[CharFolding.LengthMax * 2];
    private readonly List<int> _words = [];
    private int _streetLength;
    private bool _isStreetOpen;
    private int _house;
    private int _postalCode;

    public void Write(AddressParts parts, IntBuffer output)
    {
        _words.Clear();
        _house = Compact(parts.HouseNumber);
        _postalCode = Compact(parts.PostalCode);
        var isWhole = parts.Full is not null || parts.Line1?.Contains(',', StringComparison.Ordinal) == true || parts.Locality is null;
        ReadLine(parts.Street ?? parts.Line1 ?? parts.Full);
        var street = words.Intern(_street.AsSpan(0, Math.Min(_streetLength, StreetLengthMax)));
        if (parts.Street is not null)
        {
            // The street is known: of the line only the house and the words count.
            ReadLine(parts.Line1);
        }

        ReadLine(parts.Line2);
        var second = words.Intern(_street.AsSpan(0, Math.Min(_streetLength, StreetLengthMax)));

        var start = output.Count;
        output.Add(0);
        output.Add(isWhole ? 1 : 0);
        output.Add(_house);
        output.Add(street);
        output.Add(second);
        output.Add(Compact(parts.Locality));
        output.Add(Compact(parts.Region));
        output.Add(_postalCode);
        output.Add(Compact(parts.Country));
        for (var i = 0; i < Math.Min(WordsMax, _words.Count); i++)
        {
            output.Add(_words[i]);
        }

        output[start] = output.Count - start;
    }

    private int Compact(string? text)
    {
        Span<char> folded = stackalloc char[CharFolding.LengthMax];
        folded = folded[..CharFolding.FoldCompact(text, folded)];
        return WordLists.Placeholders.Contains(folded) ? 0 : words.Intern(folded);
    }

    /// <summary>Reads a line: the street up to the comma after its number or name, then whatever else there is.</summary>
    private void ReadLine(string? text)
    {
        _streetLength = 0;
        _isStreetOpen = true;
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        Span<char> folded = stackalloc char[CharFolding.LengthMax];
        folded = folded[..CharFolding.Fold(text, folded, keepCommas: true)];
        var isAfterUnit = false;
        foreach (var range in new WordSplitter(folded))
        {
            var word = folded[range];
            if (word is ",")
            {
                _isStreetOpen &= _streetLength == 0 || _house == 0;
                continue;
            }

            if (isAfterUnit && (char.IsAsciiDigit(word[0]) || word.Length == 1))
            {
                isAfterUnit = false;
                continue;
            }

            isAfterUnit = ReadWord(word, IsUnitFollowed(folded[range.End.Value..]));
        }
    }

    /// <returns>Whether the word announces a unit number.</returns>
    private bool ReadWord(ReadOnlySpan<char> word, bool isBeforeNumber)
    {
        if (char.IsAsciiDigit(word[0]))
        {
            ReadNumber(word);
            return false;
        }

        if (isBeforeNumber && WordLists.UnitWords.ContainsKey(word) && !WordLists.PostBoxes.Contains(word))
        {
            return true;
        }

        var isType = WordLists.StreetTypes.TryGetValue(word, out var formal);
        var isDirection = !isType && WordLists.Directionals.ContainsKey(word);
        if (_isStreetOpen && !isDirection)
        {
            AppendStreet(isType ? formal : word);
        }

        if (!isType && !isDirection && word.Length > 1 && !WordLists.Placeholders.Contains(word))
        {
            _words.Add(words.Intern(word));
        }

        return false;
    }

    private void ReadNumber(ReadOnlySpan<char> word)
    {
        // It begins with a digit: one that ends with a letter has a sign before that.
        var isOrdinal = char.IsAsciiLetter(word[^1]) && char.IsAsciiLetter(word[^2]);
        if (isOrdinal)
        {
            if (_isStreetOpen)
            {
                AppendStreet(word);
            }

            _words.Add(words.Intern(word));
        }
        else if (_house == 0 && word.Length <= 5)
        {
            _house = words.Intern(word);
        }
        else if (_postalCode == 0 && word.Length >= 4)
        {
            _postalCode = words.Intern(word);
        }
    }

    private void AppendStreet(ReadOnlySpan<char> word)
    {
        if (_streetLength + word.Length <= _street.Length)
        {
            word.CopyTo(_street.AsSpan(_streetLength));
            _streetLength += word.Length;
        }
    }

    private static bool IsUnitFollowed(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(' ');
        return rest.Length > 0 && (char.IsAsciiDigit(rest[0]) || rest.Length == 1 || rest[1] == ' ');
    }
}
