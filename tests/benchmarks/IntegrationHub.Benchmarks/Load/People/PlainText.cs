using System.Globalization;
using System.Text;

namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Drops diacritics, as systems and hurried people do.</summary>
internal static class PlainText
{
    public static string Of(string text) => Ascii.IsValid(text) ? text : string.Concat(
        text.Replace('ø', 'o').Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
}
