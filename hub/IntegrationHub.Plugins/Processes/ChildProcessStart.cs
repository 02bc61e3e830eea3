namespace IntegrationHub.Plugins.Processes;

/// <summary>How to start a child process.</summary>
internal sealed class ChildProcessStart
{
    /// <summary>Gets the program, as a full path.</summary>
    public required string Program { get; init; }

    /// <summary>Gets its arguments. Every user of the machine can read them: never a secret.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Gets the folder it starts in.</summary>
    /// <value>Defaults to its private temporary folder.</value>
    public string? WorkingDirectory { get; init; }

    /// <summary>Gets variables to set beside the few that are inherited (see <see cref="ChildEnvironment"/>). Never a secret.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets how long it may take to end by itself once it was asked to, before it is killed.</summary>
    /// <value>Defaults to three seconds.</value>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Gets the longest line of its standard output, in bytes. A longer one is passed over and counted.</summary>
    /// <value>Defaults to 16 MiB.</value>
    public int LineBytesMax { get; init; } = 16 * 1024 * 1024;

    /// <summary>Gets how much of the end of its standard error is kept, in bytes. The rest is read and dropped.</summary>
    /// <value>Defaults to 64 KiB.</value>
    public int ErrorBytesMax { get; init; } = 64 * 1024;

    /// <summary>Gets the program that launches foreign programs.</summary>
    /// <value>Defaults to <see cref="ConnectorHostProgram.Default"/>.</value>
    public ConnectorHostProgram Host { get; init; } = ConnectorHostProgram.Default;

    /// <summary>Gets a value indicating whether the program leads its own group and watches its parent by itself, as ours does.</summary>
    public bool LeadsItsGroup { get; init; }

    /// <summary>Gets the clock for <see cref="StopGrace"/>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
