using IntegrationHub.Core.Records;

namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>A record of the customer base.</summary>
/// <param name="Source">The source's number, from 0, in the order of <see cref="CustomerBase.Sources"/>.</param>
/// <param name="Key">The source's key; it tells nothing of the person.</param>
/// <param name="Person">Who it is in truth.</param>
/// <param name="Cells">The values in the order of the source's columns.</param>
/// <param name="Columns">The source's columns.</param>
internal sealed record CustomerRecord(int Source, string Key, int Person, Cell[] Cells, SourceColumn[] Columns)
{
    /// <summary>Gets the values as the gate lets them in.</summary>
    public List<Field> Fields()
    {
        var fields = new List<Field>(Cells.Length);
        for (var i = 0; i < Cells.Length; i++)
        {
            if (Cells[i].Value.Length > 0)
            {
                fields.Add(new Field(Columns[i].Field, Cells[i].Value));
            }
        }

        return fields;
    }
}
