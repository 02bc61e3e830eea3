using System.Reflection;

namespace IntegrationHub.Architecture.Tests;

/// <summary>The code in guides is code that compiles: each <c>csharp</c> block names the region of a source file that it is a copy of.</summary>
/// <remarks>A block follows a line <c>&lt;!-- snippet: PATH NAME --&gt;</c>; the region stands between <c>// &lt;NAME&gt;</c> and
/// <c>// &lt;/NAME&gt;</c>. With the environment variable UPDATE_DOCS set to 1 the blocks are written anew.</remarks>
public sealed class SnippetTests
{
    private const string Fence = "```csharp";
    private const string MarkerStart = "<!-- snippet: ";
    private const string MarkerEnd = " -->";

    private static readonly string Root = typeof(SnippetTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!;

    public static TheoryData<string> Guides()
    {
        var folders = new[] { "sdk", "samples", "connectors" };
        var guides = folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), "*.md", SearchOption.AllDirectories))
            .Append(Path.Combine(Root, "README.md"))
            .Where(f => File.ReadLines(f).Contains(Fence, StringComparer.Ordinal));
        return [.. guides.Select(f => Path.GetRelativePath(Root, f)).Order(StringComparer.Ordinal)];
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Code_in_a_guide_is_the_code_that_compiles(string guide)
    {
        var path = Path.Combine(Root, guide);
        var written = File.ReadAllLines(path);
        var actual = Filled(guide, written);

        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllLines(path, actual);
        }

        Assert.Equal(actual, File.ReadAllLines(path));
    }

    private static List<string> Filled(string guide, string[] written)
    {
        var lines = new List<string>();
        for (var i = 0; i < written.Length; i++)
        {
            lines.Add(written[i]);
            if (written[i] != Fence)
            {
                continue;
            }

            var marker = i == 0 ? string.Empty : written[i - 1];
            Assert.True(
                marker.StartsWith(MarkerStart, StringComparison.Ordinal) && marker.EndsWith(MarkerEnd, StringComparison.Ordinal),
                $"{guide}, line {i + 1}: a code block without a line '{MarkerStart}PATH NAME{MarkerEnd}' before it.");
            lines.AddRange(Region(marker[MarkerStart.Length..^MarkerEnd.Length].Split(' ')));
            i = Array.IndexOf(written, "```", i);
            lines.Add(written[i]);
        }

        return lines;
    }

    private static IEnumerable<string> Region(string[] source)
    {
        var (file, name) = (source[0], source[1]);
        var lines = File.ReadAllLines(Path.Combine(Root, file));
        var start = Array.FindIndex(lines, l => l.Trim() == $"// <{name}>");
        var end = Array.FindIndex(lines, l => l.Trim() == $"// </{name}>");
        Assert.True(start >= 0 && end > start, $"{file} has no region '// <{name}>' to '// </{name}>'.");

        var region = lines[(start + 1)..end];
        var indent = region.Where(l => l.Length > 0).Min(l => l.Length - l.TrimStart().Length);
        return region
            .Where(l => !l.TrimStart().StartsWith("// <", StringComparison.Ordinal))
            .Select(l => l.Length == 0 ? l : l[indent..])
            .Reverse().SkipWhile(string.IsNullOrEmpty).Reverse();
    }
}
