using System.Globalization;
using System.Text.RegularExpressions;

namespace IntegrationHub.Sync.Gate.Phone;

/// <summary>How numbers are written in one region. Patterns are compiled at first use.</summary>
internal sealed class PhoneRegion
{
    private readonly uint _lengths;
    // The patterns are ours and the digits few; the limit is for a mistake in the metadata, not for a busy machine.
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(30);

    private readonly Lazy<Regex> _general;
    private readonly Lazy<Regex> _strict;
    private readonly Lazy<Regex>? _internationalPrefixPattern;
    private readonly string? _internationalPrefix;
    private readonly Lazy<Regex>? _nationalPrefixPattern;
    private readonly string? _nationalPrefix;
    private readonly string _transform;

    internal PhoneRegion(string[] columns)
    {
        Region = columns[0];
        CallingCode = columns[1];
        var isPlainAbroad = columns[2].All(char.IsAsciiDigit);
        _internationalPrefix = isPlainAbroad && columns[2].Length > 0 ? columns[2] : null;
        _internationalPrefixPattern = isPlainAbroad ? null : AtStart(columns[2]);
        foreach (var length in columns[3].Split(','))
        {
            _lengths |= 1u << int.Parse(length, CultureInfo.InvariantCulture);
        }

        var isPlain = columns[4].All(char.IsAsciiDigit);
        _nationalPrefix = isPlain && columns[4].Length > 0 ? columns[4] : null;
        _nationalPrefixPattern = isPlain ? null : AtStart(columns[4]);
        _transform = columns[5];
        _general = Whole(columns[6]);
        _strict = Whole(columns[7].Length == 0 ? columns[6] : columns[7]);
    }

    internal string Region { get; }

    internal string CallingCode { get; }

    internal bool HasTrunkPrefix => _nationalPrefix is not null || _nationalPrefixPattern is not null;

    /// <summary>How many digits at the start dial abroad from this region; -1 when they do not.</summary>
    internal int InternationalPrefixLength(string digits)
    {
        if (_internationalPrefix is not null)
        {
            return digits.StartsWith(_internationalPrefix, StringComparison.Ordinal) ? _internationalPrefix.Length : -1;
        }

        var match = _internationalPrefixPattern?.Value.Match(digits);
        return match is { Success: true, Length: > 0 } ? match.Length : -1;
    }

    internal PhoneValidity Check(ReadOnlySpan<char> national) =>
        CheckStrict(national) == PhoneValidity.Strict ? PhoneValidity.Strict
        : IsOfLength(national) && _general.Value.IsMatch(national) ? PhoneValidity.General
        : PhoneValidity.None;

    /// <summary>Checks for a range that is handed out and for nothing less.</summary>
    internal PhoneValidity CheckStrict(ReadOnlySpan<char> national) =>
        IsOfLength(national) && _strict.Value.IsMatch(national) ? PhoneValidity.Strict : PhoneValidity.None;

    /// <summary>Takes the trunk prefix off, unless the number is good with it and not without.</summary>
    internal string StripNationalPrefix(string digits)
    {
        var stripped = Stripped(digits);
        return !ReferenceEquals(stripped, digits) && (_general.Value.IsMatch(stripped) || !_general.Value.IsMatch(digits)) ? stripped : digits;
    }

    private bool IsOfLength(ReadOnlySpan<char> national) => national.Length <= 20 && (_lengths & (1u << national.Length)) != 0;

    private string Stripped(string digits)
    {
        if (_nationalPrefix is not null)
        {
            return digits.StartsWith(_nationalPrefix, StringComparison.Ordinal) ? digits[_nationalPrefix.Length..] : digits;
        }

        var match = _nationalPrefixPattern?.Value.Match(digits);
        if (match is not { Success: true, Length: > 0 })
        {
            return digits;
        }

        var rest = digits[match.Length..];
        return _transform.Length > 0 && match.Groups[^1].Success ? match.Result(_transform) + rest : rest;
    }

    private static Lazy<Regex> AtStart(string pattern) =>
        new(() => new Regex($@"\A(?:{pattern})", RegexOptions.CultureInvariant, MatchTimeout));

    private static Lazy<Regex> Whole(string pattern) =>
        new(() => new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
}
