namespace IntegrationHub.Sdk.Testing.Tests;

/// <summary>Tests that nothing runs beside: what other tests let go of meanwhile would hide memory that a connector keeps.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
