using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Lists.Files;

/// <summary>A path with wildcards: <c>*</c> and <c>?</c> within a folder, <c>**</c> for any folders.</summary>
internal sealed class GlobPattern
{
    private readonly Regex _regex;

    private GlobPattern(string root, string pattern)
    {
        Root = root;
        IsDeep = pattern.Contains('/', StringComparison.Ordinal);
        _regex = new Regex(ToRegex(pattern), RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>Gets the folder before the first wildcard.</summary>
    internal string Root { get; }

    /// <summary>Gets a value indicating whether folders below the root can match.</summary>
    internal bool IsDeep { get; }

    internal static bool IsGlob(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    internal static GlobPattern Parse(string fullPath)
    {
        var path = fullPath.Replace(Path.DirectorySeparatorChar, '/');
        var wildcard = path.AsSpan().IndexOfAny('*', '?');
        var slash = path.LastIndexOf('/', wildcard);
        return new GlobPattern(slash <= 0 ? "/" : path[..slash], path[(slash + 1)..]);
    }

    /// <summary>Says whether a path below the root matches.</summary>
    /// <param name="name">The path from the root, with forward slashes.</param>
    internal bool Matches(string name) => _regex.IsMatch(name);

    private static string ToRegex(string pattern)
    {
        var regex = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i..].StartsWith("**/", StringComparison.Ordinal))
            {
                regex.Append("(?:.*/)?");
                i += 2;
                continue;
            }

            regex.Append(pattern[i] switch
            {
                '*' => "[^/]*",
                '?' => "[^/]",
                var other => Regex.Escape(other.ToString()),
            });
        }

        return regex.Append('$').ToString();
    }
}
