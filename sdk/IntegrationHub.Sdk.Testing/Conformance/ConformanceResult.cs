namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>How a check ended.</summary>
public enum ConformanceResult
{
    /// <summary>The connector keeps the rule.</summary>
    Passed = 0,

    /// <summary>The connector breaks the rule.</summary>
    Failed = 1,

    /// <summary>The rule says nothing about this connector, or its world cannot bring the case about.</summary>
    NotApplicable = 2,
}
