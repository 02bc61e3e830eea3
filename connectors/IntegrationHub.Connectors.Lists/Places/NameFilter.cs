using IntegrationHub.Connectors.Lists.Files;

namespace IntegrationHub.Connectors.Lists.Places;

/// <summary>Which files of a far folder are wanted: one name, a pattern of names, or every list file.</summary>
internal static class NameFilter
{
    internal static Func<string, bool> Of(string name, ListFormat format)
    {
        if (name.Length == 0)
        {
            return n => n[0] != '.' && FormatDetector.MayHold(n, format);
        }

        return GlobPattern.IsGlob(name) ? GlobPattern.Parse("/" + name).Matches : n => n.Equals(name, StringComparison.Ordinal);
    }
}
