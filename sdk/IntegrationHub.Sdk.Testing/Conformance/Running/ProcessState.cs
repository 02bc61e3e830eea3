using System.Collections;
using System.Globalization;

namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>What everything in the process shares.</summary>
internal sealed class ProcessState
{
    private readonly CultureInfo? _culture = CultureInfo.DefaultThreadCurrentCulture;
    private readonly CultureInfo? _uiCulture = CultureInfo.DefaultThreadCurrentUICulture;
    private readonly string _folder = Environment.CurrentDirectory;
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly Dictionary<string, string?> _variables = Variables();

    private ProcessState()
    {
    }

    internal static ProcessState Capture() => new();

    /// <summary>Puts back what changed and says what that was.</summary>
    internal List<string> Restore()
    {
        var changed = new List<string>();
        Note("the default culture", CultureInfo.DefaultThreadCurrentCulture == _culture, () => CultureInfo.DefaultThreadCurrentCulture = _culture);
        Note("the default UI culture", CultureInfo.DefaultThreadCurrentUICulture == _uiCulture, () => CultureInfo.DefaultThreadCurrentUICulture = _uiCulture);
        Note("the current folder", Environment.CurrentDirectory == _folder, () => Environment.CurrentDirectory = _folder);
        Note("the console's output", Console.Out == _out, () => Console.SetOut(_out));
        Note("the console's error output", Console.Error == _error, () => Console.SetError(_error));

        var now = Variables();
        foreach (var name in _variables.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var before = _variables.GetValueOrDefault(name);
            Note($"the environment variable {name}", now.GetValueOrDefault(name) == before, () => Environment.SetEnvironmentVariable(name, before));
        }

        return changed;

        void Note(string what, bool isSame, Action restore)
        {
            if (!isSame)
            {
                restore();
                changed.Add(what);
            }
        }
    }

    private static Dictionary<string, string?> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string?)e.Value, StringComparer.Ordinal);
}
