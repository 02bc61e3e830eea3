using IntegrationHub.Plugins.Processes;
using IntegrationHub.Sdk;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>How to start the program that a source names.</summary>
internal sealed class ProgramCall
{
    private readonly string _program;
    private readonly IReadOnlyList<string> _arguments;
    private readonly Dictionary<string, string> _environment;
    private readonly string _folder;

    internal ProgramCall(BridgeSettings settings, ConnectorContext context)
    {
        if (settings.Command.Count == 0 || string.IsNullOrWhiteSpace(settings.Command[0]))
        {
            throw ConnectorException.Configuration("command", "No program is named.", "Give it with --set command=PROGRAM,ARGUMENT,...");
        }

        if (settings.Silence <= TimeSpan.Zero)
        {
            throw ConnectorException.Configuration("silence", "The longest silence is no length of time.", "Give a time such as 01:00:00.");
        }

        _folder = Path.GetFullPath(context.BaseDirectory);
        _program = Find(settings.Command[0], _folder);
        _arguments = [.. settings.Command.Skip(1)];
        _environment = EnvironmentOf(settings.Environment);

        // The second word is the script where the first is an interpreter. Further ones may be anything.
        Name = string.Join(' ', settings.Command.Take(2).Where(w => !w.StartsWith('-')).Select(Path.GetFileName));
    }

    /// <summary>Gets what to call the program in messages.</summary>
    internal string Name { get; }

    internal ChildProcess Start(IEnumerable<string> arguments)
    {
        var child = ChildProcess.Start(new ChildProcessStart
        {
            Program = _program,
            Arguments = [.. _arguments, .. arguments],
            Environment = _environment,
            WorkingDirectory = _folder,
            LineBytesMax = BridgeLimits.LineBytesMax,
            StopGrace = BridgeLimits.StopGrace,
        });
        child.Input.Dispose();
        return child;
    }

    private static string Find(string program, string folder)
    {
        if (program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return Existing(Path.GetFullPath(program, folder), program);
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Existing(folders.Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists) ?? program, program);
    }

    private static string Existing(string path, string named) => File.Exists(path)
        ? path
        : throw ConnectorException.Configuration(
            "command", $"Program '{Path.GetFileName(named)}' does not exist.", "Name a program on the hub's PATH, or give its path, from the folder where the source was added.");

    private static Dictionary<string, string> EnvironmentOf(IReadOnlyList<string> settings)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in settings)
        {
            var at = setting.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
            {
                variables[setting[..at]] = setting[(at + 1)..];
            }
            else if (Environment.GetEnvironmentVariable(setting) is { } value)
            {
                variables[setting] = value;
            }
        }

        return variables;
    }
}
