using System.Security.Cryptography;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Sdk.Http;

namespace IntegrationHub.Connectors.Lists.Places;

/// <summary>One file behind an http or https address, asked for only when it has changed.</summary>
internal sealed class WebPlace : ListPlace
{
    private const string ByTag = "etag:";
    private const string ByTime = "time:";
    private const string ByContent = "sha256:";

    private readonly ListFileSettings _settings;
    private readonly ConnectorContext _context;
    private readonly Uri _address;

    internal WebPlace(ListFileSettings settings, ConnectorContext context)
    {
        _settings = settings;
        _context = context;
        if (!Uri.TryCreate(settings.Path.Trim(), UriKind.Absolute, out var address) || address.UserInfo.Length > 0)
        {
            throw ConnectorException.Configuration("path", "The address is none, or holds a user's name.", "Give the address as the browser shows it; user and password have settings of their own.");
        }

        _address = address;
    }

    internal override async Task<List<FoundFile>> ListAsync(Func<string, string?> known, CancellationToken cancellationToken)
    {
        var name = Uri.UnescapeDataString(_address.Segments[^1]).Trim('/');
        name = name.Length > 0 ? name : _address.Host;
        var before = known(name);
        using var client = NewClient();
        var path = NewTemporaryPath();
        var target = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        await using (target.ConfigureAwait(false))
        {
            var got = await client.DownloadAsync(_address.AbsoluteUri, target, KnownTag(before), cancellationToken).ConfigureAwait(false);
            return got is null
                ? [new FoundFile(path, name, 0, 0) { Version = before }]
                : [new FoundFile(path, name, target.Length, 0) { Version = await VersionOfAsync(got, target, cancellationToken).ConfigureAwait(false) }];
        }
    }

    private static HttpVersionTag? KnownTag(string? fingerprint) =>
        fingerprint is null ? null
        : fingerprint.StartsWith(ByTag, StringComparison.Ordinal) ? new HttpVersionTag(fingerprint[ByTag.Length..], null)
        : fingerprint.StartsWith(ByTime, StringComparison.Ordinal) ? new HttpVersionTag(null, fingerprint[ByTime.Length..])
        : null;

    private static async Task<string> VersionOfAsync(HttpVersionTag tag, FileStream content, CancellationToken cancellationToken)
    {
        if (tag.ETag is not null)
        {
            return ByTag + tag.ETag;
        }

        if (tag.LastModified is not null)
        {
            return ByTime + tag.LastModified;
        }

        content.Position = 0;
        return ByContent + Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken).ConfigureAwait(false));
    }

    private HubHttpClient NewClient() => new(
        new HubHttpOptions
        {
            BaseAddress = new Uri(_address.GetLeftPart(UriPartial.Authority)),
            AddressSetting = "path",
            SecretSetting = _settings.Password is null ? null : "password",
            Credential = _settings.Password is null ? null : HttpCredential.Basic(_settings.User, _settings.Password),
            AllowsPlainHttp = _settings.AllowPlainHttp,
            PlainHttpSetting = "allowPlainHttp",
            ResponseBytesMax = ListLimits.DownloadBytesMax,
            AttemptTimeout = ListLimits.DownloadTimeout,
        },
        _context);
}
