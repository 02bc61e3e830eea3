namespace IntegrationHub.Identity.Tests;

/// <summary>Models are files that people read and edit.</summary>
public sealed class MatchModelTests
{
    [Fact]
    public void A_model_survives_writing_and_reading()
    {
        var json = MatchModel.Shipped.ToJson();

        Assert.Equal(json, MatchModel.FromJson(json).ToJson());
        Assert.Equal(MatchModel.Shipped.Weights, MatchModel.FromJson(json).Weights);
    }

    [Fact]
    public void A_missing_level_is_named() => Assert.Contains(
        "birthDate / swapped",
        Assert.Throws<FormatException>(() => MatchModel.FromJson(MatchModel.Shipped.ToJson().Replace("\"swapped\": {\n        \"m\": 0.02", "\"other\": {\n        \"m\": 0.02", StringComparison.Ordinal))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"format\": \"something-else\" }")]
    public void What_is_no_model_is_refused(string json) => Assert.Throws<FormatException>(() => MatchModel.FromJson(json));
}
