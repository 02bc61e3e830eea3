using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>The rare parts of the protocol, to JSON and back. Records have <see cref="MessageWriter"/>.</summary>
internal static class Wire
{
    public const string Open = "open";
    public const string Check = "check";
    public const string Discover = "discover";
    public const string Read = "read";
    public const string Receive = "receive";
    public const string Cancel = "cancel";
    public const string Result = "result";
    public const string Failed = "failed";
    public const string Log = "log";
    public const string Credential = "credential";
    public const string CredentialLock = "lock";
    public const string CredentialRelease = "release";
    public const string CredentialRead = "read";
    public const string CredentialStore = "store";

    private static readonly JsonLoadSettings Load = new() { CommentHandling = CommentHandling.Ignore };

    /// <summary>Parses a line, leaving texts that look like dates alone.</summary>
    /// <exception cref="JsonException">It is not a JSON object.</exception>
    public static JObject Parse(TextReader line)
    {
        using var reader = new JsonTextReader(line) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        return JObject.Load(reader, Load);
    }

    public static JObject Of(ConnectorDescription description) => new()
    {
        ["id"] = description.Id,
        ["title"] = description.Title,
        ["summary"] = description.Summary,
        ["isPull"] = description.IsPull,
        ["settings"] = new JArray(description.Settings.Settings.Select(Of)),
    };

    public static ConnectorDescription DescriptionOf(JObject json) => new()
    {
        Id = (string)json["id"]!,
        Title = (string)json["title"]!,
        Summary = (string)json["summary"]!,
        IsPull = (bool)json["isPull"]!,
        Settings = SettingsSchema.Of([.. json["settings"]!.Children<JObject>().Select(SettingOf)]),
    };

    public static JObject Of(StreamDescription stream) => new()
    {
        ["name"] = stream.Name,
        ["summary"] = stream.Summary,
        ["cursor"] = (int)stream.Cursor,
        ["overlap"] = stream.Overlap.Ticks,
        ["fullReadShowsDeletions"] = stream.FullReadShowsDeletions,
    };

    public static StreamDescription StreamOf(JObject json) => new((string)json["name"]!)
    {
        Summary = (string)json["summary"]!,
        Cursor = (CursorKind)(int)json["cursor"]!,
        Overlap = TimeSpan.FromTicks((long)json["overlap"]!),
        FullReadShowsDeletions = (bool)json["fullReadShowsDeletions"]!,
    };

    /// <summary>Writes a request to read; each state as a text that holds JSON.</summary>
    public static JObject Of(ReadRequest request) => new()
    {
        ["startedAt"] = request.StartedAt.ToString("O"),
        ["streams"] = new JArray(request.Streams.Select(s => new JObject
        {
            ["stream"] = s.Stream,
            ["mode"] = (int)s.Mode,
            ["state"] = s.State?.ToString(Formatting.None),
            ["since"] = s.Since?.ToString("O"),
        })),
    };

    public static ReadRequest ReadRequestOf(JObject json) => new(
        [
            .. json["streams"]!.Children<JObject>().Select(s => new StreamRequest((string)s["stream"]!, (SyncMode)(int)s["mode"]!)
            {
                State = (string?)s["state"] is { } state ? new JRaw(state) : null,
                Since = TimeOf(s["since"]),
            }),
        ],
        TimeOf(json["startedAt"])!.Value);

    public static JObject Of(ReceivedRequest request) => new()
    {
        ["method"] = request.Method,
        ["path"] = request.Path,
        ["query"] = new JObject(request.Query.Select(q => new JProperty(q.Key, q.Value))),
        ["headers"] = new JObject(request.Headers.Select(h => new JProperty(h.Key, h.Value))),
        ["body"] = Convert.ToBase64String(request.Body.Span),
        ["receivedAt"] = request.ReceivedAt.ToString("O"),
    };

    public static ReceivedRequest ReceivedRequestOf(JObject json) => new()
    {
        Method = (string)json["method"]!,
        Path = (string)json["path"]!,
        Query = Texts(json["query"]!, StringComparer.Ordinal),
        Headers = Texts(json["headers"]!, StringComparer.OrdinalIgnoreCase),
        Body = Convert.FromBase64String((string)json["body"]!),
        ReceivedAt = TimeOf(json["receivedAt"])!.Value,
    };

    private static Dictionary<string, string> Texts(JToken json, StringComparer comparer) =>
        ((JObject)json).Properties().ToDictionary(p => p.Name, p => (string)p.Value!, comparer);

    private static DateTimeOffset? TimeOf(JToken? json) =>
        (string?)json is { } text ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static JObject Of(SettingDescription setting) => new()
    {
        ["name"] = setting.Name,
        ["title"] = setting.Title,
        ["help"] = setting.Help,
        ["type"] = (int)setting.Type,
        ["isRequired"] = setting.IsRequired,
        ["default"] = setting.Default,
        ["order"] = setting.Order,
        ["minimum"] = setting.Minimum,
        ["maximum"] = setting.Maximum,
        ["options"] = new JArray(setting.Options),
        ["example"] = setting.Example,
    };

    private static SettingDescription SettingOf(JObject json) => new()
    {
        Name = (string)json["name"]!,
        Title = (string)json["title"]!,
        Help = (string)json["help"]!,
        Type = (SettingType)(int)json["type"]!,
        IsRequired = (bool)json["isRequired"]!,
        Default = (string?)json["default"],
        Order = (int)json["order"]!,
        Minimum = (double?)json["minimum"],
        Maximum = (double?)json["maximum"],
        Options = [.. json["options"]!.Select(o => (string)o!)],
        Example = (string?)json["example"],
    };
}
