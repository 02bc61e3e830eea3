using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Email.Signatures;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Connectors.Email.Tests;

/// <summary>A real mail in which the lines of the signature are marked; see tests/support/data/mail-signatures.</summary>
internal sealed record LabelledMail(string Number, string Sender, IReadOnlyList<string> Marked)
{
    private const string Mark = "#sig#";

    internal string Text => string.Join('\n', Marked.Select(Unmark));

    /// <summary>Gets whether it belongs to the half that weights are learned on; told by a hash of its text.</summary>
    internal bool IsForLearning => SHA256.HashData(Encoding.UTF8.GetBytes(Text))[0] % 2 == 0;

    internal string Address => Regex.Match(Sender, @"[\w.+-]+@[\w.-]+", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } match
        ? match.Value.ToLowerInvariant()
        : "unknown@x.example";

    internal string? Name => Sender.Split('<', '[')[0].Trim(' ', '"') is { Length: > 0 } name && !name.Contains('@', StringComparison.Ordinal) ? name : null;

    /// <summary>Gets the last lines with text of the writer's own words, and whether each is marked.</summary>
    internal List<(string Line, bool IsSignature)> LastLines()
    {
        var signature = Marked.Where(IsMarked).Select(l => Unmark(l).Trim()).ToHashSet(StringComparer.Ordinal);
        return SignatureFinder.LastLines(OwnWords.Of(Text)).TakeLast(SignatureLines.LinesMax).Select(l => (l, signature.Contains(l))).ToList();
    }

    internal IEnumerable<string> MarkedTexts => Marked.Where(IsMarked).Select(Unmark);

    internal static List<LabelledMail> ReadAll()
    {
        var mails = new List<LabelledMail>();
        foreach (var line in File.ReadLines(Repo.PathOf("tests", "support", "data", "mail-signatures", "mails.txt")))
        {
            if (line.StartsWith("=== ", StringComparison.Ordinal))
            {
                var parts = line.Split(' ', 4);
                mails.Add(new LabelledMail($"{parts[1]}{parts[2]}", parts.Length > 3 ? parts[3] : string.Empty, new List<string>()));
            }
            else
            {
                ((List<string>)mails[^1].Marked).Add(line);
            }
        }

        return mails;
    }

    private static bool IsMarked(string line) => line.StartsWith(Mark, StringComparison.Ordinal);

    private static string Unmark(string line) => IsMarked(line) ? line[Mark.Length..] : line;
}
