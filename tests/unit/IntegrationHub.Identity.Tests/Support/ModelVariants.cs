using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IntegrationHub.Identity.Tests.Support;

/// <summary>Variants of the shipped model.</summary>
internal static partial class ModelVariants
{
    /// <summary>The shipped model with very small blocks, so that few records are enough to overflow them.</summary>
    public static MatchModel WithBlocksOf(int records) =>
        MatchModel.FromJson(BlockMax().Replace(MatchModel.Shipped.ToJson(), $"\"blockMax\": {records}"));

    /// <summary>The shipped model with some of its JSON changed.</summary>
    public static MatchModel Edit(Action<JsonObject> change)
    {
        var model = JsonNode.Parse(MatchModel.Shipped.ToJson())!.AsObject();
        change(model);
        return MatchModel.FromJson(model.ToJsonString());
    }

    [GeneratedRegex("\"blockMax\": \\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BlockMax();
}
