using IntegrationHub.Sdk.Testing.Conformance;
using Xunit;

namespace IntegrationHub.Sdk.Testing.Xunit;

/// <summary>The whole conformance kit for one push connector; derive a public class from it, and that is all.</summary>
/// <remarks><c>public sealed class HookConformance : ReceiverConformanceTests&lt;HookWorld&gt;;</c></remarks>
/// <typeparam name="TWorld">The world that the connector is checked in; each check gets a new one.</typeparam>
public abstract class ReceiverConformanceTests<TWorld>
    where TWorld : ReceiverWorld, new()
{
    /// <summary>Tries one rule on the connector. A rule that does not apply is skipped, with the reason.</summary>
    /// <param name="check">The check's id.</param>
    /// <returns>A task that ends with the check.</returns>
    [Theory]
    [MemberData(nameof(ConformanceCases.Receiver), MemberType = typeof(ConformanceCases))]
    public async Task ConformsAsync(string check) =>
        Verdicts.Require(await ConformanceSuite.RunAsync(check, new TWorld(), TestContext.Current.CancellationToken).ConfigureAwait(false));
}
