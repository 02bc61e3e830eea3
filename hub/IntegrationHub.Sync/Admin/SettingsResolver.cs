using IntegrationHub.Core.Sources;
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
        return (string?)JObject.Parse(source.Settings)[BaseDirectoryProperty];
    }

    /// <inheritdoc/>
    /// <exception cref="AdminException">A secret is missing or does not open.</exception>
    public async Task<JObject> ResolveAsync(Source source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);

        var values = JObject.Parse(source.Settings);
        values.Remove(BaseDirectoryProperty);
        foreach (var property in values.Properties().ToList())
        {
            if (property.Value is JObject reference && (string?)reference[SettingsValidator.SecretProperty] is { } name)
            {
                var secret = await vault.GetAsync(source, name, cancellationToken);
                property.Value = new JValue(secret.Reveal());
            }
        }

        return values;
    }
}
