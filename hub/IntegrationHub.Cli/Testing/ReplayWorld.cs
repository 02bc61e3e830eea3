using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sdk.Testing;
using IntegrationHub.Sdk.Testing.Conformance;
using IntegrationHub.Sdk.Testing.Recordings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Cli.Testing;

/// <summary>The world of a connector whose source is a recording; it fails in every way that a check asks for.</summary>
internal sealed class ReplayWorld(
    string folder, JObject settings, Recording recording, IReadOnlyList<string> secrets, Func<CancellationToken, Task<SourceCalls>> open) : HttpSourceWorld
{
    private const string StubMark = "{stub}";

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    private Replay? _replay;

    public override DateTimeOffset Now => recording.RecordedAt;

    public override string BaseDirectory => folder;

    /// <summary>Gets what was asked and is not in the recording, one sentence each.</summary>
    public IReadOnlyList<string> Unmatched => _replay?.Unmatched ?? [];

    public override Task<SourceCalls> OpenAsync(CancellationToken cancellationToken) => open(cancellationToken);

    // A recording gives its answers whatever the secret is.
    public override IReadOnlyDictionary<string, JToken> WrongValues(JObject settings, SettingsSchema schema) => new Dictionary<string, JToken>(StringComparer.Ordinal);

    protected override Task<JObject> ServeAsync(StubServer server, CancellationToken cancellationToken)
    {
        var replay = new Replay(recording, secrets);
        foreach (var method in Methods)
        {
            server.On(method, "/*", request => replay.Answer(request, server.Address));
        }

        _replay = replay;
        var origin = server.Address.GetLeftPart(UriPartial.Authority);
        var mine = (JObject)settings.DeepClone();
        foreach (var text in mine.DescendantsAndSelf().OfType<JValue>().Where(v => v.Value is string).ToList())
        {
            text.Value = ((string)text.Value!).Replace(StubMark, origin, StringComparison.Ordinal);
        }

        return Task.FromResult(mine);
    }
}
