using System.Collections;
using System.Globalization;

namespace IntegrationHub.Plugins.Loading;

/// <summary>Settings of the whole process that a plugin could change for everyone.</summary>
internal sealed class ProcessGlobals
{
    private readonly string _currentDirectory = Environment.CurrentDirectory;
    private readonly CultureInfo? _culture = CultureInfo.DefaultThreadCurrentCulture;
    private readonly CultureInfo? _uiCulture = CultureInfo.DefaultThreadCurrentUICulture;
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _error = Console.Error;

    private readonly Dictionary<string, string> _variables = Variables();
    private readonly (int Workers, int Ports) _threadsMin;
    private readonly (int Workers, int Ports) _threadsMax;

    private ProcessGlobals()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        _threadsMin = (workers, ports);
        ThreadPool.GetMaxThreads(out workers, out ports);
        _threadsMax = (workers, ports);
    }

    public static ProcessGlobals Capture() => new();

    /// <summary>Puts back what was changed since the capture, and names it.</summary>
    public List<string> Restore()
    {
        var changed = new List<string>();
        if (Environment.CurrentDirectory != _currentDirectory)
        {
            Environment.CurrentDirectory = _currentDirectory;
            changed.Add("the current directory");
        }

        if (!Equals(CultureInfo.DefaultThreadCurrentCulture, _culture) || !Equals(CultureInfo.DefaultThreadCurrentUICulture, _uiCulture))
        {
            CultureInfo.DefaultThreadCurrentCulture = _culture;
            CultureInfo.DefaultThreadCurrentUICulture = _uiCulture;
            changed.Add("the default culture");
        }

        if (!ReferenceEquals(Console.Out, _output) || !ReferenceEquals(Console.Error, _error))
        {
            Console.SetOut(_output);
            Console.SetError(_error);
            changed.Add("the console's output");
        }

        if (RestoreVariables())
        {
            changed.Add("environment variables");
        }

        if (RestoreThreads())
        {
            changed.Add("the limits of the thread pool");
        }

        return changed;
    }

    private static Dictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? string.Empty;
        }

        return variables;
    }

    private bool RestoreVariables()
    {
        var now = Variables();
        var isChanged = false;
        foreach (var name in now.Keys.Union(_variables.Keys, StringComparer.Ordinal).ToList())
        {
            var before = _variables.GetValueOrDefault(name);
            if (!string.Equals(now.GetValueOrDefault(name), before, StringComparison.Ordinal))
            {
                Environment.SetEnvironmentVariable(name, before);
                isChanged = true;
            }
        }

        return isChanged;
    }

    private bool RestoreThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        var isChanged = (workers, ports) != _threadsMin;
        ThreadPool.GetMaxThreads(out workers, out ports);
        isChanged |= (workers, ports) != _threadsMax;
        if (isChanged)
        {
            ThreadPool.SetMaxThreads(_threadsMax.Workers, _threadsMax.Ports);
            ThreadPool.SetMinThreads(_threadsMin.Workers, _threadsMin.Ports);
        }

        return isChanged;
    }
}
