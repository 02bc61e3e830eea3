using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Email.Mailboxes;
using IntegrationHub.Sdk;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>How far each place was read; the state of the stream <c>mails</c>.</summary>
/// <remarks>A checkpoint may take 64 KiB, so only the first <see cref="PlacesMax"/> places are remembered; the others are
/// read from their start each time, which the hub recognises.</remarks>
internal sealed class MailState
{
    internal const int PlacesMax = 350;

    private const int Version = 1;

    private readonly SortedDictionary<string, MboxPosition> _mboxes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, FolderPosition> _folders = new(StringComparer.Ordinal);

    /// <summary>Reads a state, keeping what belongs to places that are still there.</summary>
    /// <exception cref="ConnectorException">The state is not one of this connector.</exception>
    internal static MailState Parse(JToken? token, IReadOnlyList<MailPlace> places)
    {
        var state = new MailState();
        if (token is null or { Type: JTokenType.Null })
        {
            return state;
        }

        if (token is not JObject saved || (int?)saved["version"] != Version)
        {
            throw ConnectorException.Configuration(
                null, "The saved state of stream 'mails' is not one that this version can read.", "Reset it with: hub state reset NAME --stream mails.");
        }

        foreach (var place in places)
        {
            var key = KeyOf(place);
            if (saved["mboxes"]?[key] is JArray { Count: 4 } m)
            {
                state._mboxes[key] = new MboxPosition((long)m[0], (long)m[1], (long)m[2], (string?)m[3] ?? string.Empty);
            }

            if (saved["folders"]?[key] is JArray { Count: 4 } f)
            {
                state._folders[key] = new FolderPosition((long)f[0], (string?)f[1] ?? string.Empty, (long)f[2], (long)f[3]);
            }
        }

        return state;
    }

    internal JObject ToJson()
    {
        var mboxes = new JObject();
        foreach (var (key, p) in _mboxes)
        {
            mboxes[key] = new JArray(p.LastStart, p.Size, p.WrittenAtMs, p.Fingerprint);
        }

        var folders = new JObject();
        foreach (var (key, p) in _folders)
        {
            folders[key] = new JArray(p.NewestMs, p.After, p.ListedAtMs, p.PassNewestMs);
        }

        return new JObject { ["version"] = Version, ["mboxes"] = mboxes, ["folders"] = folders };
    }

    internal MboxPosition Mbox(MailPlace place) => _mboxes.GetValueOrDefault(KeyOf(place)) ?? MboxPosition.Start;

    internal FolderPosition Folder(MailPlace place) => _folders.GetValueOrDefault(KeyOf(place)) ?? FolderPosition.Start;

    internal void Set(MailPlace place, MboxPosition position) => Set(_mboxes, place, position);

    internal void Set(MailPlace place, FolderPosition position) => Set(_folders, place, position);

    private void Set<T>(SortedDictionary<string, T> positions, MailPlace place, T position)
    {
        var key = KeyOf(place);
        if (positions.ContainsKey(key) || _mboxes.Count + _folders.Count < PlacesMax)
        {
            positions[key] = position;
        }
    }

    private static string KeyOf(MailPlace place) => place.Name.Length <= 40
        ? place.Name
        : string.Create(CultureInfo.InvariantCulture, $"#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place.Name)).AsSpan(0, 12))}");
}
