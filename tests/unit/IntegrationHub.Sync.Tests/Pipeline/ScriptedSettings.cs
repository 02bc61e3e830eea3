namespace IntegrationHub.Sync.Tests.Pipeline;

public sealed class ScriptedSettings;
