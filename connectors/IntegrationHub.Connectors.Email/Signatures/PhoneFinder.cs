using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Email.Signatures;

/// <summary>Finds phone numbers in the lines of a signature. Precision comes first: what could be a fax, a date, a post
/// code or an order number is left alone.</summary>
internal static partial class PhoneFinder
{
    private const int LineCharsMax = 160;
    private const int CountMax = 6;
    private const int DigitsMin = 7;
    private const int DigitsMax = 15;
    private const int RegexTimeoutMs = 200;

    /// <summary>Looks through a signature.</summary>
    /// <param name="block">The signature.</param>
    /// <param name="isNanp">Whether numbers are written the North American way when they carry no country code;
    /// <see langword="null"/> when not known.</param>
    /// <param name="found">Takes the numbers.</param>
    internal static void Find(SignatureBlock block, bool? isNanp, List<FoundValue> found)
    {
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines[i];
            if (found.Count > 0 && OtherName().IsMatch(line))
            {
                return; // A colleague's name after the writer's number: the next number is the colleague's.
            }

            if (line.Length is >= DigitsMin and <= LineCharsMax && !Invitation().IsMatch(line))
            {
                FindInLine(line, block.IsCertain, isOwn: i >= block.OwnFrom, isNanp, found);
            }
        }
    }

    private static void FindInLine(string line, bool isCertain, bool isOwn, bool? isNanp, List<FoundValue> found)
    {
        var words = Words().Count(Number().Replace(line, " "));
        var position = 0;
        var matches = Number().Matches(line);
        for (var i = 0; i < matches.Count && found.Count < CountMax; i++)
        {
            var match = matches[i];
            var before = line[position..match.Index];
            var next = i + 1 < matches.Count ? matches[i + 1].Index : line.Length;
            var kind = KindOf(before, line[(match.Index + match.Length)..next], isLast: i + 1 == matches.Count);
            position = match.Index + match.Length;
            var digits = match.Value.Count(char.IsAsciiDigit);
            if (kind == Kind.Other || digits is < DigitsMin || LooksLikeSomethingElse(match.Groups["number"].Value))
            {
                continue;
            }

            var accepted = kind == Kind.Phone
                ? words <= (isCertain ? 12 : 4)
                : isOwn && words <= 8 && IsWrittenLikeAPhone(match.Groups["number"].Value, isNanp);
            if (accepted)
            {
                Add(match.Value, line, found);
            }
        }
    }

    private static void Add(string number, string line, List<FoundValue> found)
    {
        var value = number.Trim().TrimEnd('-', '.', '/', '–', '(').Trim();
        if (value.Contains(')', StringComparison.Ordinal) && !value.Contains('(', StringComparison.Ordinal))
        {
            value = "(" + value; // "503) 464-7404"
        }

        if (!found.Exists(f => f.Value == value))
        {
            found.Add(new FoundValue(value, line.Length > 200 ? line[..200] : line));
        }
    }

    /// <summary>The word before a number names it; the word behind only where none stands before.</summary>
    private static Kind KindOf(string before, string after, bool isLast)
    {
        if (PhoneAndFax().IsMatch(before))
        {
            return Kind.Phone;
        }

        var label = LabelBefore().Match(before);
        foreach (var group in (ReadOnlySpan<string>)["word", "second"])
        {
            if (Sort(label.Groups[group].Value) is var named and not Kind.Unknown) // "Fax UK:" is named by its second word.
            {
                return named;
            }
        }

        var follow = LabelAfter().Match(after);
        if (follow.Success && (isLast || follow.Groups["open"].Length > 0 || follow.Groups["rest"].Value.Trim(' ', ',', ';', '|', '/').Length == 0))
        {
            return Sort(follow.Groups["word"].Value);
        }

        return Kind.Unknown;
    }

    private static Kind Sort(string word) =>
        PhoneLabels.IsPhone(word) ? Kind.Phone : PhoneLabels.IsOther(word) ? Kind.Other : Kind.Unknown;

    private static bool LooksLikeSomethingElse(string number)
    {
        var digits = number.Count(char.IsAsciiDigit);
        return digits > DigitsMax || (digits > 12 && number[0] != '+') || NotAPhone().IsMatch(number.Trim()) || TollFree().IsMatch(number.Trim());
    }

    private static bool IsWrittenLikeAPhone(string number, bool? isNanp)
    {
        var trimmed = number.Trim();
        if (trimmed[0] == '+')
        {
            return true;
        }

        return isNanp != false && Nanp().IsMatch(trimmed)
            || isNanp != true && National().IsMatch(trimmed) && trimmed.Count(char.IsAsciiDigit) is >= 9 and <= 12;
    }

    private enum Kind
    {
        Unknown = 0,
        Phone = 1,
        Other = 2,
    }

    [GeneratedRegex(
        @"(?<![\p{L}\d@=/&_.\-%])(?<number>(?:\+ ?\(?|\()?\d{1,13}\)?(?:(?: ?[-.–/·] ?|\) ?[-.]? ?| \(?|\()\d{1,8}\)?){0,6})(?:,?\s{0,2}(?:x|ext|extn|extension)\.?:?\s?\d{1,6})?(?![\p{L}\d@_%])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}+ (?:\p{Lu}\.? )?\p{Lu}\p{Ll}+$", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex OtherName();

    /// <summary>Text that asks to call somebody, who need not be the writer.</summary>
    [GeneratedRegex(
        @"\b(?:call|contact|order|please|remove|removed|reach|dial|unsubscribe|subscribe|toll)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Invitation();

    /// <summary>North American toll-free and premium numbers belong to companies, never to one person.</summary>
    [GeneratedRegex(@"^(?:\+? ?1[-. ]?)?\(?(?:800|833|844|855|866|877|888|900)\)?[-. /]", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex TollFree();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex Words();

    [GeneratedRegex(
        @"(?:(?<second>\p{L}+)[\s.(/]+)?(?<word>\p{L}+)[\s.:#)\]\-–*=]*(?:(?:number|no|nr|num)\b[\s.:#]*)?\(?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex LabelBefore();

    [GeneratedRegex(
        @"^\s*[-–,]?\s*(?<open>[(\[])?\s*(?<word>\p{L}+)\.?(?<rest>.*)$", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex LabelAfter();

    [GeneratedRegex(
        @"\b(?:tel|phone|ph|telephone|telefon|fon)\w*\.?\s*(?:[/&+]|and|und)\s*(?:tele)?fax\W*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex PhoneAndFax();

    /// <summary>Dates, IP addresses, US post codes and social security numbers, payment cards, times.</summary>
    [GeneratedRegex(
        @"^(?:\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,3}(?:\.\d{1,3}){3}|\d{5}-\d{4}|\d{3}-\d{2}-\d{4}|\d{4}(?<gap>[ -])\d{4}\k<gap>\d{4}\k<gap>\d{1,7}|\d{4} ?[-–] ?\d{4}|0+[\d ]{0,3}|(?<same>\d)\k<same>{6,})$",
        RegexOptions.CultureInvariant,
        RegexTimeoutMs)]
    private static partial Regex NotAPhone();

    [GeneratedRegex(
        @"^(?:1[-. ]?)?(?:\([2-9]\d\d\) ?[-.]? ?|[2-9]\d\d(?: ?[-./] ?| |\) ?))[2-9]\d\d ?[-. ] ?\d{4}$", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex Nanp();

    [GeneratedRegex(@"^(?:00|\(?0)\d[\d ()\-./–]*[ ()\-./–][\d ()\-./–]*\d$", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex National();
}
