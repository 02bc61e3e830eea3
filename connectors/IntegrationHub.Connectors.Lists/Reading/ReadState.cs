using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Lists.Files;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Lists.Reading;

/// <summary>How far the files have been read: those done, each with size and time, and the place in the current one.</summary>
internal sealed class ReadState
{
    private const int EntryOverheadBytes = 48;

    private readonly Dictionary<string, string> _done = new(StringComparer.Ordinal);
    private readonly string _reading;
    private readonly bool _remembers;
    private string? _last;

    private ReadState(string reading, bool remembers)
    {
        _reading = reading;
        _remembers = remembers;
    }

    /// <summary>Gets the file that was being read, with its fingerprint and the place reached.</summary>
    internal (string Name, string Fingerprint, ListPosition Position)? Current { get; set; }

    /// <summary>Starts from a checkpoint's state.</summary>
    /// <param name="token">The state, or null.</param>
    /// <param name="files">The files to read, in order.</param>
    /// <param name="reading">What changes when settings or mapping change; a state made under others does not count.</param>
    internal static ReadState Load(JToken? token, IReadOnlyList<FoundFile> files, string reading)
    {
        var bytes = files.Sum(f => (long)Encoding.UTF8.GetByteCount(f.Name) + EntryOverheadBytes);
        var state = new ReadState(reading, bytes <= ListLimits.RememberedBytesMax);
        if (token is not JObject json || (string?)json["reading"] != reading)
        {
            return state;
        }

        state._last = (string?)json["after"];
        foreach (var done in (json["files"] as JObject)?.Properties() ?? [])
        {
            if (state._remembers && (string?)done.Value is { } fingerprint)
            {
                state._done[done.Name] = fingerprint;
            }
        }

        if (json["current"] is JObject current)
        {
            state.Current = (
                (string?)current["file"] ?? string.Empty,
                (string?)current["fingerprint"] ?? string.Empty,
                new ListPosition((long?)current["bytes"] ?? 0, (long?)current["lines"] ?? 0));
        }

        state.Forget(files);
        return state;
    }

    /// <summary>Looks files up that a state says were read to their end.</summary>
    internal static Func<string, string?> KnownIn(JToken? token, string reading) =>
        token is JObject json && (string?)json["reading"] == reading && json["files"] is JObject files ? name => (string?)files[name] : static _ => null;

    /// <summary>Names what a state depends on besides the files.</summary>
    internal static string FingerprintOf(params string[] parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }

    /// <summary>Says whether a file was read as it is now.</summary>
    internal bool IsDone(FoundFile file) => _remembers
        ? _done.TryGetValue(file.Name, out var fingerprint) && fingerprint == file.Fingerprint
        : _last is not null && string.CompareOrdinal(file.Name, _last) <= 0;

    /// <summary>Gets where to go on in a file; its start when it changed since.</summary>
    internal ListPosition? PlaceIn(FoundFile file) =>
        Current is { } current && current.Name == file.Name && current.Fingerprint == file.Fingerprint ? current.Position : null;

    internal void SetDone(FoundFile file)
    {
        Current = null;
        _last = file.Name;
        _done[file.Name] = file.Fingerprint;
    }

    /// <summary>Says that every file was read; the next read starts with the first again where files are not remembered.</summary>
    internal void SetComplete() => _last = null;

    internal JObject ToJson()
    {
        var json = new JObject { ["reading"] = _reading };
        if (_remembers)
        {
            var files = new JObject();
            foreach (var (name, fingerprint) in _done.OrderBy(d => d.Key, StringComparer.Ordinal))
            {
                files[name] = fingerprint;
            }

            json["files"] = files;
        }
        else if (_last is not null)
        {
            json["after"] = _last;
        }

        if (Current is { } current)
        {
            json["current"] = new JObject
            {
                ["file"] = current.Name,
                ["fingerprint"] = current.Fingerprint,
                ["bytes"] = current.Position.Bytes,
                ["lines"] = current.Position.Lines,
            };
        }

        return json;
    }

    private void Forget(IReadOnlyList<FoundFile> files)
    {
        var present = files.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _done.Keys.Where(name => !present.Contains(name)).ToList())
        {
            _done.Remove(gone);
        }
    }
}
