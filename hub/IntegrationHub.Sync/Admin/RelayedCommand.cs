namespace IntegrationHub.Sync.Admin;

/// <summary>A command line on its way to the server.</summary>
internal sealed record RelayedCommand(string[] Arguments, string WorkingDirectory);
