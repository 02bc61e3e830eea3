using IntegrationHub.Sdk.Testing.Conformance;
using Xunit;

namespace IntegrationHub.Sdk.Testing.Xunit;

/// <summary>The whole conformance kit for one pull connector; derive a public class from it, and that is all.</summary>
/// <remarks><c>public sealed class ShopConformance : SourceConformanceTests&lt;ShopWorld&gt;;</c></remarks>
/// <typeparam name="TWorld">The world that the connector is checked in; each check gets a new one.</typeparam>
public abstract class SourceConformanceTests<TWorld>
    where TWorld : SourceWorld, new()
{
    /// <summary>Tries one rule on the connector. A rule that does not apply is skipped, with the reason.</summary>
    /// <param name="check">The check's id.</param>
    /// <returns>A task that ends with the check.</returns>
    [Theory]
    [MemberData(nameof(ConformanceCases.Source), MemberType = typeof(ConformanceCases))]
    public async Task ConformsAsync(string check) =>
        Verdicts.Require(await ConformanceSuite.RunAsync(check, new TWorld(), TestContext.Current.CancellationToken).ConfigureAwait(false));
}
