using System.Globalization;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>Says how a vendor changed: compares the shapes of answers in two recordings of the same work, not their values. Stateless.</summary>
public static class RecordingDiff
{
    /// <summary>Compares two recordings.</summary>
    /// <param name="before">The older one.</param>
    /// <param name="after">The newer one.</param>
    /// <returns>One sentence per difference, sorted; empty when the shapes are the same. A field that is gone may only have had no value
    /// this time.</returns>
    public static IReadOnlyList<string> Compare(Recording before, Recording after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);

        var old = ByPlace(before);
        var now = ByPlace(after);
        return old.Keys.Union(now.Keys, StringComparer.Ordinal)
            .SelectMany(place => Differences(place, old.GetValueOrDefault(place), now.GetValueOrDefault(place)))
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    private static Dictionary<string, List<Exchange>> ByPlace(Recording recording) =>
        recording.Exchanges.GroupBy(e => e.Request.Place, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

    private static IEnumerable<string> Differences(string place, List<Exchange>? before, List<Exchange>? after)
    {
        if (before is null || after is null)
        {
            yield return before is null ? $"{place} is asked now and was not before." : $"{place} was asked before and is not now.";
            yield break;
        }

        var (oldStatus, newStatus) = (Statuses(before), Statuses(after));
        if (oldStatus != newStatus)
        {
            yield return $"{place} answered {oldStatus} and answers {newStatus}.";
        }

        var (old, now) = (ShapeOf(before), ShapeOf(after));
        foreach (var path in old.Keys.Union(now.Keys, StringComparer.Ordinal))
        {
            var (was, isNow) = (Types(old, path), Types(now, path));
            if (was != isNow)
            {
                yield return was.Length == 0 ? $"{place}: '{path}' is new ({isNow})."
                    : isNow.Length == 0 ? $"{place}: '{path}' is gone (was {was})."
                    : $"{place}: '{path}' was {was} and is {isNow}.";
            }
        }
    }

    private static string Statuses(List<Exchange> exchanges) => string.Join(
        " or ", exchanges.Select(e => e.Response.Status).Distinct().Order().Select(s => s.ToString(CultureInfo.InvariantCulture)));

    // A field without a value says nothing of its type.
    private static string Types(Dictionary<string, SortedSet<string>> shape, string path) =>
        shape.TryGetValue(path, out var types) ? string.Join(" or ", types) : string.Empty;

    private static Dictionary<string, SortedSet<string>> ShapeOf(List<Exchange> exchanges)
    {
        var shape = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var body in exchanges.Where(e => e.Response.Status is >= 200 and <= 299).Select(e => e.Response.Json).OfType<JToken>())
        {
            Add(shape, body, "$");
        }

        return shape;
    }

    private static void Add(Dictionary<string, SortedSet<string>> shape, JToken token, string path)
    {
        if (token.Type == JTokenType.Null)
        {
            return;
        }

        if (!shape.TryGetValue(path, out var types))
        {
            shape[path] = types = new SortedSet<string>(StringComparer.Ordinal);
        }

        types.Add(token.Type switch
        {
            JTokenType.Integer or JTokenType.Float => "number",
            _ => token.Type.ToString().ToLowerInvariant(),
        });
        foreach (var property in (token as JObject)?.Properties() ?? [])
        {
            Add(shape, property.Value, path + "." + property.Name);
        }

        foreach (var item in token as JArray ?? [])
        {
            Add(shape, item, path + "[]");
        }
    }
}
