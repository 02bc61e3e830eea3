using CsvHelper;
using IntegrationHub.Core.Records;

namespace IntegrationHub.Sync.Admin;

/// <summary>Reads which records belong to which entity in truth.</summary>
internal static class TruthFile
{
    private static readonly string[] Columns = ["source", "stream", "key", "entity_id"];

    /// <summary>Reads a CSV file with the columns <c>source,stream,key,entity_id</c>.</summary>
    /// <returns>A number for the entity of each record.</returns>
    /// <exception cref="AdminException">There is no such file, or it is not such a file.</exception>
    internal static async Task<Dictionary<RecordRef, int>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw AdminException.WrongUse($"There is no file '{path}'.", $"a CSV file with the columns {string.Join(',', Columns)}");
        }

        try
        {
            return await ReadRowsAsync(path, cancellationToken);
        }
        catch (CsvFormatException e)
        {
            throw new AdminException(AdminFailure.WrongUse, $"File '{path}' is not good CSV: {e.Message}", innerException: e);
        }
    }

    private static async Task<Dictionary<RecordRef, int>> ReadRowsAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        await using var csv = CsvReader.Create(stream, new CsvReaderOptions { TrackLineNumbers = true, PoolStrings = true });
        await csv.ReadHeaderAsync(cancellationToken);
        if (!Columns.All(c => csv.TryGetFieldIndex(c, out _)))
        {
            throw AdminException.WrongUse($"File '{path}' lacks a column.", $"a header with the columns {string.Join(',', Columns)}");
        }

        var truth = new Dictionary<RecordRef, int>();
        var entities = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await csv.ReadAsync(cancellationToken))
        {
            var record = new RecordRef(csv.GetString(Columns[0]), csv.GetString(Columns[1]), csv.GetString(Columns[2]));
            var name = csv.GetString(Columns[3]);
            if (!entities.TryGetValue(name, out var entity))
            {
                entities.Add(name, entity = entities.Count);
            }

            if (!truth.TryAdd(record, entity) && truth[record] != entity)
            {
                throw AdminException.WrongUse($"File '{path}' puts record '{record}' in two entities (line {csv.LineNumber}).", "one line a record");
            }
        }

        return truth;
    }
}
