using System.Text.Json;

namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>A system that knows customers in its own way: its columns, its formats, its gaps and slips.</summary>
internal abstract class CustomerSource(Slips slips)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Gets the source's name; its file is called so.</summary>
    public abstract string Name { get; }

    /// <summary>Gets the column of the key.</summary>
    public abstract string KeyColumn { get; }

    /// <summary>Gets what all keys start with.</summary>
    public abstract string KeyPrefix { get; }

    public abstract char Delimiter { get; }

    public abstract SourceColumn[] Columns { get; }

    protected Slips Slips { get; } = slips;

    protected abstract SlipMix Mix { get; }

    /// <summary>Writes down what the source says of somebody, a cell a column; all are empty before.</summary>
    public abstract void Fill(Appearance appearance, Dice dice, Cell[] cells);

    /// <summary>Writes the mapping document.</summary>
    public string Mapping() => JsonSerializer.Serialize(
        new { key = KeyColumn, columns = Columns.ToDictionary(column => column.Header, column => column.Field) }, Indented);

    /// <summary>Misspells every word of a text with some probability.</summary>
    protected string Words(string text, double rate, Dice dice)
    {
        if (!text.Contains(' ', StringComparison.Ordinal))
        {
            return Slips.Maybe(text, rate, Mix, dice);
        }

        return string.Join(' ', text.Split(' ').Select(word => Slips.Maybe(word, rate, Mix, dice)));
    }

    /// <summary>Writes in capitals or small letters, as whoever types likes; the gate sets it right again.</summary>
    protected static Cell Cased(string text, double style, double upperShare, double lowerShare) => new(
        text, style < upperShare ? text.ToUpperInvariant() : style < upperShare + lowerShare ? text.ToLowerInvariant() : text);
}
