namespace IntegrationHub.Cli.Printing;

/// <summary>Draws the steps of a running total as bars on one scale, all of one width.</summary>
/// <param name="least">The least total.</param>
/// <param name="most">The greatest total.</param>
/// <param name="mark">A total to mark in every bar.</param>
/// <param name="isTerminal">Whether more than ASCII may be used.</param>
internal sealed class WaterfallBar(double least, double most, double mark, bool isTerminal)
{
    private const int Width = 24;

    private readonly (char Up, char Down, char Mark) _signs = isTerminal ? ('█', '░', '│') : ('+', '-', '|');

    /// <summary>Draws a step; it covers at least one place.</summary>
    public string Of(double from, double to) => string.Create(Width, (from, to), (bar, step) =>
    {
        bar.Fill(' ');
        bar[PlaceOf(mark)] = _signs.Mark;
        var (first, last) = (PlaceOf(Math.Min(step.from, step.to)), PlaceOf(Math.Max(step.from, step.to)));
        bar[first..(last + 1)].Fill(step.to >= step.from ? _signs.Up : _signs.Down);
    });

    private int PlaceOf(double total) => most <= least ? 0 : (int)Math.Round(Math.Clamp((total - least) / (most - least), 0, 1) * (Width - 1));
}
