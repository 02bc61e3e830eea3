using IntegrationHub.Sdk.Testing.Conformance;
using IntegrationHub.Sdk.Testing.Tests.Shop;
using IntegrationHub.Sdk.Testing.Tests.Zoo;

namespace IntegrationHub.Sdk.Testing.Tests;

/// <summary>Connectors that are wrong in one way each. A check that is never red says nothing when it is green.</summary>
[Collection(Alone.Name)]
public sealed class ZooTests
{
    // They take seconds, and what the wrong connectors do elsewhere does not touch them.
    private static readonly string[] SlowChecks = ["time-outs", "flat-memory"];

    private static readonly (Func<SourceWorld> World, string Check)[] Zoo =
    [
        (() => new ShopWorld<DuplicateKey>(), "keys-unique"),
        (() => new ShopWorld<BlankKey>(), "keys-unique"),
        (() => new ShopWorld<CheckpointTooEarly>(), "killed-and-resumed"),
        (() => new ShopWorld<CompletesWithoutReading>(), "read-completes"),
        (() => new ShopWorld<NeverCompletes>(), "read-completes"),
        (() => new ShopWorld<LeaksInLog>(), "secrets"),
        (() => new ShopWorld<LeaksInCause>(), "secrets"),
        (() => new ShopWorld<LeaksInState>(), "secrets"),
        (() => new ShopWorld<LeaksInBase64>(), "secrets"),
        (() => new ShopWorld<LeaksInAddress>(), "secrets"),
        (() => new ShopWorld<IgnoresCancellation>(), "cancellation"),
        (() => new ShopWorld<SwallowsServerErrors>(), "server-errors"),
        (() => new ShopWorld<ThrowsRawHttpFailure>(), "server-errors"),
        (() => new ShopWorld<TakesHtmlForEmpty>(), "garbage"),
        (() => new ShopWorld<TakesHalfForWhole>(), "truncated"),
        (() => new ShopWorld<ForgetsRetryAfter>(), "too-many-requests"),
        (() => new ShopWorld<RetriesForEver>(), "time-outs"),
        (() => new ShopWorld<LoopsOnPaging>(), "paging-loop"),
        (() => new ShopWorld<UnmarkedSecret>(), "description"),
        (() => new ShopWorld<CallsWrongPasswordAnOutage>(), "check-bad"),
        (() => new ShopWorld<CallsLostLoginAnOutage>(), "lost-login"),
        (() => new ShopWorld<LiesInCatalog>(), "catalog"),
        (() => new ShopWorld<ReadsTheSystemClock>(), "clock"),
        (() => new ShopWorld<KeepsStateInStatics>(), "two-at-once"),
        (() => new ShopWorld<KeepsEverything>(), "flat-memory"),
        (() => new ShopWorld<WaitsInConstructor>(), "construction"),
        (() => new ShopWorld<ChangesCulture>(), "process-untouched"),
        (() => new ShopWorld<WritesNumbersByCulture>(), "culture"),
        (() => new ShopWorld<ShufflesRecords>(), "deterministic"),
        (() => new ShopWorld<ChangesGivenState>(), "replay"),
        (() => new ShopWorld<MissesNews>(), "incremental"),
        (() => new ShopWorld<DropsLongNames>(), "hostile-text"),
        (() => new ShopWorld<SaysNothing>(), "check-good"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Animals() => [.. Zoo.Select(z => NameOf(z.World()))];

    [Theory]
    [MemberData(nameof(Animals))]
    public async Task A_wrong_connector_turns_one_check_red_and_its_remedy_is_named(string connector)
    {
        var (world, intended) = Zoo.Single(z => NameOf(z.World()) == connector);
        var red = new List<ConformanceOutcome>();
        foreach (var check in ConformanceSuite.SourceChecks.Where(c => c.Id == intended || !SlowChecks.Contains(c.Id)))
        {
            var outcome = await ConformanceSuite.RunAsync(check.Id, world(), Token);
            if (outcome.Result == ConformanceResult.Failed)
            {
                red.Add(outcome);
            }
        }

        Assert.Equal(intended, string.Join(", ", red.Select(o => $"{o.Check.Id}{(o.Check.Id == intended ? string.Empty : $" ({o.Message})")}")));
        Assert.Matches("^seen: .+; expected: .+\\. Mend it: .+\\.$", red[0].Message.ReplaceLineEndings(" "));
    }

    private static string NameOf(SourceWorld world) => world.GetType().GetGenericArguments()[0].Name;
}
