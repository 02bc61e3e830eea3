using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Sync.Admin;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Cli.Verbs.Sources;

/// <summary>The options by which settings are given, and how they add up: file, then values, then values from files.</summary>
internal sealed class SettingsOptions
{
    private const int SettingsBytesMax = 4 * 1024 * 1024;

    private readonly Option<string?> _file = new("--settings") { Description = "A file with the settings as a JSON object.", HelpName = "FILE.json" };

    private readonly Option<string[]> _values = new("--set") { Description = "One setting. May repeat.", HelpName = "key=value" };

    private readonly Option<string[]> _fileValues = new("--set-file")
    {
        Description = "One setting whose value is read from a file; keeps secrets out of the command line. May repeat.",
        HelpName = "key=FILE",
    };

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_values);
        command.Add(_fileValues);
    }

    public async Task<JObject> ReadAsync(Call call)
    {
        var settings = new JObject();
        if (call.Value(_file) is { } file)
        {
            settings = Parse(file, await ReadFileAsync(call, file));
        }

        foreach (var (key, value) in (call.Value(_values) ?? []).Select(v => Split("--set", v)))
        {
            Put(settings, key, value);
        }

        foreach (var (key, path) in (call.Value(_fileValues) ?? []).Select(v => Split("--set-file", v)))
        {
            Put(settings, key, (await ReadFileAsync(call, path)).TrimEnd('\r', '\n'));
        }

        return settings;
    }

    private static void Put(JObject settings, string key, string value)
    {
        settings.Property(key, StringComparison.OrdinalIgnoreCase)?.Remove();
        settings[key] = value;
    }

    private static (string Key, string Value) Split(string option, string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);

        // Not the text itself: it may be a secret with a slip before it.
        return at > 0
            ? (text[..at].Trim(), text[(at + 1)..])
            : throw new AdminException(AdminFailure.WrongUse, $"A value of {option} has no '='.", $"{option} key=value");
    }

    private static async Task<string> ReadFileAsync(Call call, string path)
    {
        var full = call.PathOf(path);
        var file = new FileInfo(full);
        if (!file.Exists)
        {
            throw new AdminException(AdminFailure.WrongUse, $"There is no file '{full}'.");
        }

        return file.Length <= SettingsBytesMax
            ? await File.ReadAllTextAsync(full, call.CancellationToken)
            : throw new AdminException(AdminFailure.WrongUse, $"File '{full}' is too large for settings.", $"at most {SettingsBytesMax} bytes");
    }

    private static JObject Parse(string file, string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
            return JObject.Load(reader);
        }
        catch (JsonReaderException e)
        {
            throw new AdminException(
                AdminFailure.WrongUse, $"File '{file}' is not a JSON object (line {e.LineNumber}, position {e.LinePosition}).", "{\"path\":\"people.csv\"}", innerException: e);
        }
    }
}
