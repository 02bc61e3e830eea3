using IntegrationHub.Core.Sources;
using IntegrationHub.Sdk;
using IntegrationHub.Sync.Pipeline;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Admin;

/// <summary>Turns stored settings into what a connector gets. Thread-safe.</summary>
/// <param name="vault">Opens secrets.</param>
public sealed class SettingsResolver(SecretVault vault) : ISettingsResolver
{
    /// <summary>The property of stored settings that keeps the base directory; never passed to the connector.</summary>
    internal const string BaseDirectoryProperty = "$baseDirectory";

    /// <summary>Says where relative paths in a source's settings start from: where the admin stood when adding it.</summary>
    /// <param name="source">The source.</param>
    /// <returns>An absolute path, or <see langword="null"/> when none is stored.</returns>
    public static string? BaseDirectoryOf(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return (string?)Parse(source.Settings)[BaseDirectoryProperty];
    }

    /// <summary>Says whether a source keeps secrets.</summary>
    /// <param name="source">The source.</param>
    /// <returns><see langword="true"/> when a setting of it is a secret.</returns>
    public static bool HasSecrets(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Parse(source.Settings).Properties().Any(p => p.Value is JObject o && o[SettingsValidator.SecretProperty] is not null);
    }

    /// <summary>Gives the settings as they may be shown: each secret as three stars.</summary>
    /// <param name="source">The source.</param>
    /// <returns>The settings.</returns>
    public static JObject Shown(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);

        var values = Parse(source.Settings);
        RemoveOwn(values);
        foreach (var property in values.Properties().Where(p => p.Value is JObject o && o[SettingsValidator.SecretProperty] is not null).ToList())
        {
            property.Value = "***";
        }

        return values;
    }

    /// <inheritdoc/>
    /// <exception cref="ConnectorException">A secret is missing or does not open.</exception>
    public async Task<JObject> ResolveAsync(Source source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);

        var values = Parse(source.Settings);
        RemoveOwn(values);
        foreach (var property in values.Properties().ToList())
        {
            if (property.Value is JObject reference && (string?)reference[SettingsValidator.SecretProperty] is { } name)
            {
                property.Value = new JValue(await RevealAsync(source, name, cancellationToken));
            }
        }

        return values;
    }

    /// <summary>Takes out what the hub keeps beside the settings; no connector and no form sees it.</summary>
    internal static void RemoveOwn(JObject values)
    {
        values.Remove(BaseDirectoryProperty);
        values.Remove(WithdrawnLists.Property);
    }

    /// <summary>Parses stored settings; a text that looks like a date stays the text it is, also inside a document.</summary>
    internal static JObject Parse(string settings)
    {
        using var reader = new JsonTextReader(new StringReader(settings)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    // For a run a lost secret is a wrong setting like any other: a person must act, the run says so and ends.
    private async Task<string> RevealAsync(Source source, string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await vault.GetAsync(source, name, cancellationToken)).Reveal();
        }
        catch (AdminException e)
        {
            throw ConnectorException.Configuration(name, e.Message, e.Next, e);
        }
    }
}
