namespace IntegrationHub.Cli.Hosting;

/// <summary>Everything a command line takes from outside itself: a process's console, or a server's relay.</summary>
internal sealed record Surroundings
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Gets the folder that relative paths start from.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Gets what HUB_DATA says.</summary>
    public string? DataFolderVariable { get; init; }

    /// <summary>Gets a value indicating whether a person looks at the output.</summary>
    public bool IsOutTerminal { get; init; }

    /// <summary>Gets a value indicating whether a person looks at the error output.</summary>
    public bool IsErrorTerminal { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets the hub that is already open, when the command line runs inside a server.</summary>
    public Hub? OpenHub { get; init; }

    public static Surroundings OfProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        WorkingDirectory = Environment.CurrentDirectory,
        DataFolderVariable = Environment.GetEnvironmentVariable("HUB_DATA"),
        IsOutTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
    };
}
