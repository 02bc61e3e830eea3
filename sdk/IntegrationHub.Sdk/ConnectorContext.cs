using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Sdk;

/// <summary>What the hub hands to a connector for one call.</summary>
public sealed class ConnectorContext
{
    /// <summary>Gets the name of the source the call is for.</summary>
    public required string SourceName { get; init; }

    /// <summary>Gets the log. Never write a secret or a customer's value to it.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Gets the clock; connectors take time from nowhere else.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets the folder that relative paths in settings start from.</summary>
    public string BaseDirectory { get; init; } = Environment.CurrentDirectory;
}
