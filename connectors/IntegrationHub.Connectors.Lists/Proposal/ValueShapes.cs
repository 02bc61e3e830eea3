using System.Collections.Frozen;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Lists.Mapping;

namespace IntegrationHub.Connectors.Lists.Proposal;

/// <summary>Recognises what a column holds by its values.</summary>
internal static partial class ValueShapes
{
    private const double Share = 0.8;
    private const int ValuesMin = 3;
    private const int AdultYears = 16;

    private static readonly FrozenSet<string> Salutations =
        "mr mrs ms miss mx dr prof professor sir rev hon herr frau fr hr m mme mlle monsieur madame sr sra srta don dona señor señora"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ConsentWords =
        "yes no y n true false 1 0 on off ja nein oui non si sí subscribed unsubscribed opt-in opt-out opted-in opted-out optin optout granted denied"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Says whether every value is a plain yes or no; a guess about consent must not rest on less.</summary>
    internal static bool AreConsents(ColumnSample column) =>
        column.Values.Count > 0 && column.Values.TrueForAll(ConsentWords.Contains);

    internal static bool AreEmails(ColumnSample column) => Most(column, static v => Email().IsMatch(v));

    internal static bool AreUrls(ColumnSample column) => Most(column, static v => Url().IsMatch(v));

    /// <summary>Says whether the values look like phone numbers: a plus or separators and 7 to 15 digits. Bare digits
    /// may be any number and do not count.</summary>
    internal static bool ArePhones(ColumnSample column) =>
        Most(column, static v => Phone().IsMatch(v) && v.Count(char.IsAsciiDigit) is >= 7 and <= 15 && !Date().IsMatch(v));

    /// <summary>Says whether the values are postal codes.</summary>
    /// <param name="column">The column.</param>
    /// <param name="nextToCity">Whether the file has a town or state; without, five digits may be any number.</param>
    internal static bool ArePostalCodes(ColumnSample column, bool nextToCity) =>
        Most(column, nextToCity ? static v => PostalCode().IsMatch(v) || FourOrFiveDigits().IsMatch(v) : static v => PostalCode().IsMatch(v));

    internal static bool AreSalutations(ColumnSample column) =>
        column.Values.Count > 0 && column.Values.Count(v => Salutations.Contains(v.TrimEnd('.'))) >= Share * column.Values.Count;

    /// <summary>Says whether the values are dates on which customers may have been born: hardly any in the last years.</summary>
    internal static bool AreBirthDates(ColumnSample column, DateReader dates, DateTimeOffset now) =>
        Most(column, v => Date().IsMatch(v) && dates.Read(v) is { } date && date.Year > 1900 && date < now.AddYears(-AdultYears));

    private static bool Most(ColumnSample column, Predicate<string> matches) =>
        column.Values.Count >= ValuesMin && column.Values.FindAll(matches).Count >= Share * column.Values.Count;

    [GeneratedRegex(@"^[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]{2,}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex("^(https?://|www\\.)\\S+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Url();

    [GeneratedRegex(@"^(\+[0-9 ().\-/]+|\(?[0-9]{2,5}\)?[ .\-/][0-9 ().\-/]+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Date();

    [GeneratedRegex(@"^([0-9]{5}-[0-9]{4}|[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]|[0-9]{4} ?[A-Z]{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PostalCode();

    [GeneratedRegex("^[0-9]{4,5}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FourOrFiveDigits();
}
