namespace IntegrationHub.Identity.Tests.Support;

/// <summary>
/// Checks a table of cases in one test, a line each: <c>input => outcome</c>, <c>nothing</c> for an empty one. One test and not a theory: a mutation run starts a
/// process for each test to see what it covers.
/// </summary>
internal static class Table
{
    private const string Arrow = " => ";

    public static void Check(string table, Func<string, string> outcomeOf)
    {
        var expected = table.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var actual = expected.Select(line => line.Split(Arrow)[0]).Select(input => $"{input}{Arrow}{(outcomeOf(input) is { Length: > 0 } outcome ? outcome : "nothing")}");

        Assert.Equal(string.Join('\n', expected), string.Join('\n', actual));
    }

    /// <summary>Checks lines of two records, <c>a ~ b => levels</c>, as <see cref="Compared.Levels"/> writes them.</summary>
    public static void CheckLevels(string prefix, string table) => Check(table, input =>
    {
        var (a, b) = (input.Split(" ~ ")[0], input.Split(" ~ ")[1]);
        return Compared.Levels(prefix, a, b);
    });
}
