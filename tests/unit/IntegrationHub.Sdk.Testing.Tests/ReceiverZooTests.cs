using IntegrationHub.Sdk.Testing.Conformance;
using IntegrationHub.Sdk.Testing.Tests.Hook;

namespace IntegrationHub.Sdk.Testing.Tests;

/// <summary>Push connectors that are wrong in one way each.</summary>
public sealed class ReceiverZooTests
{
    private static readonly (ReceiverWorld World, string Check)[] Zoo =
    [
        (new HookWorld<AcceptsAnyKey>(), "refuses-forged"),
        (new HookWorld<KeysByArrival>(), "redelivery"),
        (new HookWorld<FailsOnGarbage>(), "refuses-garbage"),
        (new HookWorld<PassesKeyOn>(), "secrets"),
        (new HookWorld<ShortensNames>(), "hostile-text"),
    ];

    public static TheoryData<string> Animals() => [.. Zoo.Select(z => NameOf(z.World))];

    [Theory]
    [MemberData(nameof(Animals))]
    public async Task A_wrong_receiver_turns_one_check_red_and_its_remedy_is_named(string connector)
    {
        var (world, intended) = Zoo.Single(z => NameOf(z.World) == connector);
        var red = new List<ConformanceOutcome>();
        foreach (var check in ConformanceSuite.ReceiverChecks)
        {
            var outcome = await ConformanceSuite.RunAsync(check.Id, world, TestContext.Current.CancellationToken);
            if (outcome.Result == ConformanceResult.Failed)
            {
                red.Add(outcome);
            }
        }

        Assert.Equal(intended, string.Join(", ", red.Select(o => $"{o.Check.Id}{(o.Check.Id == intended ? string.Empty : $" ({o.Message})")}")));
        Assert.Contains("Mend it: ", red[0].Message, StringComparison.Ordinal);
    }

    private static string NameOf(ReceiverWorld world) => world.GetType().GetGenericArguments()[0].Name;
}
