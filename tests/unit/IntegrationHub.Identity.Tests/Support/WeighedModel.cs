using System.Text.Json.Nodes;

namespace IntegrationHub.Identity.Tests.Support;

/// <summary>
/// A model of round numbers, so that scores can be followed by hand: the first level of a comparison weighs 4 bits, each further one 2 bits
/// less, and every comparison an eighth of a bit more than the one before it; against a household all of it counts half.
/// </summary>
internal static class WeighedModel
{
    public static MatchModel Instance { get; } = ModelVariants.Edit(model =>
    {
        var comparisons = model["comparisons"]!.AsObject();
        var number = 0;
        foreach (var (_, levels) in comparisons.OrderBy(c => c.Key, StringComparer.Ordinal).ToList())
        {
            var place = 0;
            foreach (var (level, _) in levels!.AsObject().ToList())
            {
                levels[level] = Probabilities(4 - (2 * place++) + (number / 8d));
            }

            number++;
        }

        var limits = model["limits"]!.AsObject();
        foreach (var (name, value) in new[]
        {
            ("prior", -10), ("householdPrior", -1), ("threshold", 0), ("addressCap", 11), ("streetCap", 7), ("areaCap", 3.5), ("addressFloor", -3),
            ("contactCap", 13), ("nameContactCap", 9.5),
        })
        {
            limits[name] = value;
        }

        // Exact agreement is met among strangers in 2^-4 / 2 of the pairs, so that a value with that share changes nothing.
        model["frequencies"] = new JsonObject
        {
            ["name.given"] = Table(("anna", .25), ("maria", .125)),
            ["name.family"] = Table(("holtz", .25), ("garcia", .125)),
            ["email"] = Table(("anna.holtz@example.org", .25)),
            ["phone"] = Table(("5552817743", .25), ("2817743", .125)),
            ["address.street"] = Table(("qorvexlane", .25)),
            ["address.locality"] = Table(("ashford", .25)),
            ["address.postalCode"] = Table(("40123", .25), ("401231234", .125)),
            ["identifier"] = Table(("7729104", .25)),
        };
    });

    private static JsonObject Probabilities(double bits) => bits >= 0
        ? new() { ["m"] = .5, ["u"] = .5 * Math.Pow(2, -bits), ["h"] = .5 * Math.Pow(2, -bits / 2) }
        : new() { ["m"] = .5 * Math.Pow(2, bits), ["u"] = .5, ["h"] = .5 * Math.Pow(2, bits / 2) };

    private static JsonObject Table(params (string Value, double Share)[] values) =>
        new() { ["floor"] = 1 / 64d, ["values"] = new JsonObject(values.Select(v => KeyValuePair.Create(v.Value, (JsonNode?)v.Share))) };
}
