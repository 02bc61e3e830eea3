using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Email.Imap;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>How far each folder was read, in a form that fits into a checkpoint.</summary>
/// <remarks>A checkpoint may take 64 KiB, so only the first <see cref="FoldersMax"/> folders are remembered; the others are
/// read from their start each time, which the hub recognises.</remarks>
internal sealed class UidPositions
{
    internal const int FoldersMax = 400;

    private const int NameCharsMax = 24;

    private readonly SortedDictionary<string, UidPosition> _positions = new(StringComparer.Ordinal);

    internal bool IsEmpty => _positions.Count == 0;

    internal UidPosition this[ImapFolder folder]
    {
        get => _positions.GetValueOrDefault(KeyOf(folder));
        set
        {
            var key = KeyOf(folder);
            if (_positions.ContainsKey(key) || _positions.Count < FoldersMax)
            {
                _positions[key] = value;
            }
        }
    }

    internal static UidPositions Parse(JToken? token)
    {
        var positions = new UidPositions();
        foreach (var property in (token as JObject)?.Properties() ?? [])
        {
            if (property.Value is JArray { Count: 3 } p)
            {
                positions._positions[property.Name] = new UidPosition((uint)p[0], (uint)p[1], (ulong)p[2]);
            }
        }

        return positions;
    }

    /// <summary>Forgets folders that are no longer read.</summary>
    internal void Keep(IReadOnlyList<ImapFolder> folders)
    {
        var known = folders.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _positions.Keys.Where(k => !known.Contains(k)).ToList())
        {
            _positions.Remove(gone);
        }
    }

    internal JObject ToJson() => new(_positions.Select(p => new JProperty(p.Key, new JArray(p.Value.Validity, p.Value.LastUid, p.Value.ModSeq))));

    private static string KeyOf(ImapFolder folder) => folder.Name.Length <= NameCharsMax && Ascii.IsValid(folder.Name)
        ? folder.Name
        : "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder.Name)).AsSpan(0, 10));
}
