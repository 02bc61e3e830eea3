using Spectre.Console;

namespace IntegrationHub.Cli.Printing;

/// <summary>Writes a result for people: drawn tables on a terminal, plain columns elsewhere.</summary>
internal sealed class Page(TextWriter writer, bool isTerminal)
{
    private const string ColumnGap = "  ";

    /// <summary>Gets a value indicating whether a person looks at it; elsewhere what is drawn must do with ASCII.</summary>
    public bool IsTerminal { get; } = isTerminal;

    public void Line(string text = "") => writer.WriteLine(Printable.Of(text));

    /// <summary>Writes names and values, one pair a line, values aligned.</summary>
    public void Pairs(params IReadOnlyList<(string Name, string? Value)> pairs)
    {
        var shown = pairs.Where(p => p.Value is not null).ToList();
        var width = shown.Count == 0 ? 0 : shown.Max(p => p.Name.Length);
        foreach (var (name, value) in shown)
        {
            Line($"{name.PadRight(width)}{ColumnGap}{value}");
        }
    }

    /// <summary>Writes a table.</summary>
    /// <param name="columns">The column titles.</param>
    /// <param name="rows">The rows, as many cells as columns.</param>
    public void Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (IsTerminal)
        {
            Draw(columns, rows);
        }
        else
        {
            Align(columns, rows);
        }
    }

    private void Draw(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(Printable.Of(cell))));
        }

        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) }).Write(table);
    }

    private void Align(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var cells = rows.Select(r => r.Select(Printable.Of).ToList()).ToList();
        var widths = columns.Select((c, i) => cells.Select(r => r[i].Length).Append(c.Length).Max()).ToList();
        foreach (var row in cells.Prepend(columns.ToList()))
        {
            writer.WriteLine(string.Join(ColumnGap, row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        }
    }
}
