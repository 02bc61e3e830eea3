using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Samples.Tests.OneShop;

/// <summary>The README of <c>samples/04-one-shop</c> as a program.</summary>
internal static partial class ShopReadme
{
    /// <summary>Gets the folder of the sample.</summary>
    internal static string Folder { get; } = Repo.PathOf("samples", "04-one-shop");

    /// <summary>Joins the blocks marked <c>sh</c> to one script that stops at the first failure and leaves nothing running.</summary>
    internal static string Script()
    {
        var script = new StringBuilder("set -eu\ntrap 'kill $(jobs -p) 2> /dev/null || true; wait' EXIT\n");
        foreach (Match heading in Section().Matches(File.ReadAllText(Path.Combine(Folder, "README.md"))))
        {
            foreach (Match block in Block().Matches(heading.Value))
            {
                script.Append(CultureInfo.InvariantCulture, $"echo '== {heading.Groups["title"].Value.Replace("'", "", StringComparison.Ordinal)}'\n{block.Groups["commands"].Value}");
            }
        }

        return script.ToString();
    }

    [GeneratedRegex(@"^## (?<title>[^\n]*)\n.*?(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Section();

    [GeneratedRegex("^```sh\n(?<commands>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Block();
}
