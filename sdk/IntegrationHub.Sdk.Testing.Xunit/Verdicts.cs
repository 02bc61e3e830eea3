using IntegrationHub.Sdk.Testing.Conformance;
using Xunit;
using Xunit.v3;

namespace IntegrationHub.Sdk.Testing.Xunit;

/// <summary>Turns an outcome into a passed, failed or skipped test.</summary>
internal static class Verdicts
{
    internal static void Require(ConformanceOutcome outcome)
    {
        switch (outcome.Result)
        {
            case ConformanceResult.Failed:
                throw new ConformanceException($"{outcome.Check.Rule} {outcome.Message}");
            case ConformanceResult.NotApplicable:
                // The sign by which xunit knows a test that is skipped while it runs.
                throw new ConformanceException(DynamicSkipToken.Value + $"Not applicable: {outcome.Message}.");
            default:
                TestContext.Current.SendDiagnosticMessage("{0}: {1}", outcome.Check.Id, outcome.Message);
                break;
        }
    }
}
