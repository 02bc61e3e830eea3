using IntegrationHub.Core.Matching;
using IntegrationHub.Sync.Resolving;

namespace IntegrationHub.Sync.Tests.Resolving;

/// <summary>When the hub learns by itself.</summary>
public sealed class TrainingPolicyTests
{
    [Theory]
    [InlineData(99, 0, false)]
    [InlineData(100, 0, true)]
    [InlineData(100_000, 100_000, true)]
    [InlineData(100_001, 100_001, false)]
    [InlineData(299_999, 200_000, false)]
    [InlineData(300_000, 200_000, true)]
    [InlineData(200_001, 300_000, false)]
    [InlineData(200_000, 300_000, true)]
    public void Small_stores_learn_at_every_change_and_large_ones_by_growth_or_loss(int records, int learnedFrom, bool isDue) =>
        Assert.Equal(isDue, TrainingPolicy.IsDue(records, learnedFrom == 0 ? null : LearnedFrom(learnedFrom)));

    private static ModelVersion LearnedFrom(int records) => new()
    {
        Origin = ModelOrigin.TrainedByItself,
        CreatedAt = DateTimeOffset.UnixEpoch,
        CreatedBy = "hub",
        Records = records,
        Json = "{}",
        Report = "{}",
    };
}
