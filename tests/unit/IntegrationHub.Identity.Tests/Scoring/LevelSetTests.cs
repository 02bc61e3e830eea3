using IntegrationHub.Identity.Models;
using IntegrationHub.Identity.Scoring;

namespace IntegrationHub.Identity.Tests.Scoring;

public sealed class LevelSetTests
{
    [Fact]
    public void It_holds_the_first_128_levels_and_leaves_out_those_beyond()
    {
        for (var added = 0; added < 200; added++)
        {
            var set = default(LevelSet);
            set.Add((Level)added);
            set.Add((Level)added);

            Assert.Equal(added < 128 ? [added] : [], Enumerable.Range(0, 128).Where(level => set.Has((Level)level)));
        }
    }

    [Theory]
    [InlineData(3, 5, 2.678072)]
    [InlineData(5, 3, 2.678072)]
    [InlineData(4, 4, 3)]
    [InlineData(-7, 14, -7)]
    [InlineData(14, -7, -7)]
    [InlineData(-7, 12.9, -6.9999990)]
    [InlineData(0, 10, -.001408)]
    [InlineData(10, 0, -.001408)]
    public void The_score_is_the_odds_against_both_rivals_together(float stranger, float household, double bits) =>
        Assert.Equal(bits, new Rivals(stranger, household).Bits, 5);
}
