using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sync.Admin;

/// <summary>Settings that fit a connector, secrets taken apart.</summary>
/// <param name="Values">What may be stored in clear; a secret is <c>{"$secret":"name"}</c>.</param>
/// <param name="Secrets">The secrets that were given, by setting.</param>
internal sealed record ValidSettings(JObject Values, IReadOnlyDictionary<string, Secret> Secrets);
