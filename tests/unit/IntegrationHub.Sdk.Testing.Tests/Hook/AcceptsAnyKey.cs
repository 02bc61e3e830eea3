namespace IntegrationHub.Sdk.Testing.Tests.Hook;

/// <summary>Lets everybody in.</summary>
[Connector("hook-acceptsanykey", Title = "Wrong", Summary = "Lets everybody in.")]
public sealed class AcceptsAnyKey : HookConnector
{
    protected override bool IsAllowed(HookSettings settings, ReceivedRequest request) => true;
}
