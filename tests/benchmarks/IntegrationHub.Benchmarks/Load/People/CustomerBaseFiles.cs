using System.Buffers;
using System.Globalization;

namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>Writes a customer base as files: one per source with its mapping document, and the truth. Memory stays flat.</summary>
internal static class CustomerBaseFiles
{
    private const string Stream = "people";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\n");

    /// <summary>Writes <c>crm.csv</c>, <c>crm.json</c> and so on, and <c>truth.csv</c>.</summary>
    /// <param name="people">The customer base.</param>
    /// <param name="count">How many records.</param>
    /// <param name="folder">The folder; made when missing.</param>
    public static void Write(CustomerBase people, int count, string folder)
    {
        Directory.CreateDirectory(folder);
        var files = Array.ConvertAll(people.Sources, source => Open(source, folder));
        try
        {
            using var truth = new StreamWriter(Path.Combine(folder, "truth.csv"), append: false);
            truth.Write("source,stream,key,entity_id\n");
            foreach (var record in people.Records(count))
            {
                var source = people.Sources[record.Source];
                WriteLine(files[record.Source], record, source.Delimiter);
                truth.Write(string.Create(CultureInfo.InvariantCulture, $"{source.Name},{Stream},{record.Key},e{record.Person}\n"));
            }
        }
        finally
        {
            Array.ForEach(files, file => file.Dispose());
        }
    }

    private static StreamWriter Open(CustomerSource source, string folder)
    {
        File.WriteAllText(Path.Combine(folder, source.Name + ".json"), source.Mapping());
        return OpenList(source, Path.Combine(folder, source.Name + ".csv"));
    }

    /// <summary>Starts the file of a source with its header.</summary>
    public static StreamWriter OpenList(CustomerSource source, string path)
    {
        var file = new StreamWriter(path, append: false);
        file.Write(string.Join(source.Delimiter, source.Columns.Select(column => column.Header).Prepend(source.KeyColumn)));
        file.Write('\n');
        return file;
    }

    /// <summary>Writes a record as a line of its source's file.</summary>
    public static void WriteLine(StreamWriter file, CustomerRecord record, char delimiter)
    {
        file.Write(record.Key);
        foreach (var cell in record.Cells)
        {
            file.Write(delimiter);
            if (cell.Written.AsSpan().ContainsAny(Quoted))
            {
                file.Write('"');
                file.Write(cell.Written.Replace("\"", "\"\"", StringComparison.Ordinal));
                file.Write('"');
            }
            else
            {
                file.Write(cell.Written);
            }
        }

        file.Write('\n');
    }
}
