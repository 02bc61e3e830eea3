using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Explaining;

/// <summary>Walls in words.</summary>
internal static class WallTexts
{
    private static readonly (Walls Wall, string Text)[] Texts =
    [
        (Walls.Decision, "a person decided that they are not the same"),
        (Walls.DeduplicatedSource, "their source promises one record per customer"),
        (Walls.Identifiers, "identifiers that one person has only once differ, and so does the name or birth date"),
        (Walls.Twins, "one household, but another person's given name"),
        (Walls.Generation, "one is senior, the other junior, or they were born a generation apart"),
        (Walls.Kind, "one is a person, the other a company"),
    ];

    public static IReadOnlyList<string> Of(Walls walls) => [.. Texts.Where(t => (walls & t.Wall) != Walls.None).Select(t => t.Text)];
}
