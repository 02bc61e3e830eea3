using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>How far one log was read. Positions count bytes from the start of <see cref="File"/> on through the files after it.</summary>
/// <param name="File">The fingerprint of the file in which the earliest visit that had not ended began.</param>
/// <param name="From">Where that visit began; equal to <paramref name="Read"/> when none was open.</param>
/// <param name="Read">Up to where lines were read.</param>
/// <param name="Time">The time of the last line read, for when the file is gone.</param>
/// <param name="Open">The visits that had not ended: a hash of the visitor, and where the visit began.</param>
internal sealed record LogPosition(string File, long From, long Read, DateTimeOffset Time, IReadOnlyDictionary<ulong, long> Open)
{
    private const int EntryBytes = 12;

    /// <summary>How many open visits of all logs together fit into a state; where there are more, the earliest are taken as ended.</summary>
    internal const int OpenMax = 2_500;

    internal static LogPosition? Of(JToken? state, string series)
    {
        if ((state as JObject)?[series] is not JObject json)
        {
            return null;
        }

        var bytes = Convert.FromBase64String((string?)json["open"] ?? string.Empty);
        var from = (long)json["from"]!;
        var open = new Dictionary<ulong, long>();
        for (var i = 0; i + EntryBytes <= bytes.Length; i += EntryBytes)
        {
            open[BitConverter.ToUInt64(bytes, i)] = from + BitConverter.ToUInt32(bytes, i + sizeof(ulong));
        }

        return new LogPosition(
            (string)json["file"]!, from, (long)json["read"]!, DateTimeOffset.FromUnixTimeSeconds((long)json["time"]!), open);
    }

    internal JObject ToJson()
    {
        var bytes = new byte[Open.Count * EntryBytes];
        var at = 0;
        foreach (var (visitor, start) in Open.OrderBy(o => o.Value).ThenBy(o => o.Key))
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(at), visitor);
            BitConverter.TryWriteBytes(bytes.AsSpan(at + sizeof(ulong)), checked((uint)(start - From)));
            at += EntryBytes;
        }

        return new JObject
        {
            ["file"] = File,
            ["from"] = From,
            ["read"] = Read,
            ["time"] = Time.ToUnixTimeSeconds(),
            ["open"] = Convert.ToBase64String(bytes),
        };
    }
}
