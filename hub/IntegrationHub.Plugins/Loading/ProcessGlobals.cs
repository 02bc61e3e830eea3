using System.Globalization;

namespace IntegrationHub.Plugins.Loading;

/// <summary>Settings of the whole process that a plugin's constructor could change for everyone.</summary>
internal sealed class ProcessGlobals
{
    private readonly string _currentDirectory = Environment.CurrentDirectory;
    private readonly CultureInfo? _culture = CultureInfo.DefaultThreadCurrentCulture;
    private readonly CultureInfo? _uiCulture = CultureInfo.DefaultThreadCurrentUICulture;
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _error = Console.Error;

    private ProcessGlobals()
    {
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

        return changed;
    }
}
