using System.Text.Json.Nodes;

namespace IntegrationHub.Identity.Tests.Models;

/// <summary>A model that cannot be used is refused by the name of the part that is wrong.</summary>
public sealed class ModelErrorTests
{
    [Fact]
    public void What_is_no_model_says_where()
    {
        Says("null", "empty", "JSON object");
        Says("{", "not valid at", "$");
        Says("[]", "not valid");
        Says(Edited(m => m["format"] = "other"), "format must be \"integration-hub/match-model\"");
        Says(Edited(m => m["extra"] = 1), "not valid", "extra");
        Says(Edited(m => m.Remove("limits")), "not valid", "limits");
        Says(Edited(m => m["version"] = "one"), "not valid at $.version");
    }

    [Fact]
    public void A_part_that_is_missing_or_out_of_range_is_named()
    {
        Says(Edited(m => m["comparisons"]!.AsObject().Remove("birthDate")), "lacks comparisons / birthDate / exact", "\"m\"");
        Says(Edited(m => m["comparisons"]!["birthDate"]!.AsObject().Remove("swapped")), "lacks comparisons / birthDate / swapped");
        foreach (var (m, u, h) in new[] { (-.1, .5, .5), (1.1, .5, .5), (.5, -.1, .5), (.5, 1.1, .5), (.5, .5, -.1), (.5, .5, 1.1) })
        {
            Says(
                Edited(model => model["comparisons"]!["gender"]!["same"] = new JsonObject { ["m"] = m, ["u"] = u, ["h"] = h }),
                "comparisons / gender / same must have m, u and h between 0 and 1");
        }

        Says(Edited(m => m["namespaces"]!.AsObject().Remove("exclusive")), "lacks namespaces / exclusive", "list");
        Says(Edited(m => m["namespaces"]!.AsObject().Remove("device")), "lacks namespaces / device");
        Says(Edited(m => m["splitKeys"] = "#"), "splitKeys is not valid");
        Says(Edited(m => m["genericAtoms"] = "#"), "genericAtoms is not valid");
    }

    [Fact]
    public void Keys_are_at_most_31_and_of_known_parts()
    {
        static JsonArray Keys(int count) => new([.. Enumerable.Repeat("email", count).Select(k => JsonValue.Create(k))]);

        Assert.Equal(31, MatchModel.FromJson(Edited(m => m["keys"] = Keys(31))).Plan.Count);
        Says(Edited(m => m["keys"] = Keys(32)), "keys are 32", "at most 31");
        Says(Edited(m => m["keys"] = new JsonArray("house + moon")), "\"house + moon\" has an unknown part", "joined by +");
        Says(Edited(m => m["keys"] = new JsonArray("house + house")), "\"house + house\" must have one to three different parts");
    }

    [Fact]
    public void Nothing_is_no_text_and_comments_are_read_over()
    {
        Assert.Throws<ArgumentNullException>(() => MatchModel.FromJson(null!));
        Assert.Throws<ArgumentNullException>(() => MatchModel.Shipped.HasSameNumbersAs(null!));
        Assert.Equal(MatchModel.Shipped.Version, MatchModel.FromJson("// mine\n" + MatchModel.Shipped.ToJson()).Version);
    }

    private static void Says(string json, params string[] parts)
    {
        var message = Assert.Throws<FormatException>(() => MatchModel.FromJson(json)).Message;
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    private static string Edited(Action<JsonObject> change)
    {
        var model = JsonNode.Parse(MatchModel.Shipped.ToJson())!.AsObject();
        change(model);
        return model.ToJsonString();
    }
}
