using IntegrationHub.Plugins.Manifests;
using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Tests;

public sealed class ManifestTests : IDisposable
{
    private readonly PluginFolder _folder = new();
    private readonly List<string> _reasons = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_manifest_that_is_wrong_in_everything_says_so_of_each_field()
    {
        var manifest = Read("""{ "name": "", "version": "new", "sdk": 1, "entry": "../X.dll", "connectors": ["Not An Id"] }""");

        Assert.Null(manifest);
        Assert.Collection(
            _reasons,
            r => Assert.Contains("\"name\"", r, StringComparison.Ordinal),
            r => Assert.Contains("\"version\"", r, StringComparison.Ordinal),
            r => Assert.Contains("\"sdk\"", r, StringComparison.Ordinal),
            r => Assert.Contains("\"entry\"", r, StringComparison.Ordinal),
            r => Assert.Contains("\"connectors\"", r, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../X.dll")]
    [InlineData("sub/X.dll")]
    [InlineData("sub\\\\X.dll")]
    [InlineData("/etc/X.dll")]
    [InlineData("..dll")]
    [InlineData("X.exe")]
    [InlineData("X\\u0000.dll")]
    public void An_entry_outside_the_folder_is_refused(string entry) => Assert.Null(Read(
        $$"""{ "name": "X", "version": "1.0", "sdk": "<2", "entry": "{{entry}}", "connectors": ["x"] }"""));

    [Theory]
    [InlineData("""{ "hosts": [] }""", true)]
    [InlineData("""{ "hosts": ["api.shop.example", "api.shop.example:8443", "*.shop.example", "{baseUrl}", "localhost"] }""", true)]
    [InlineData("""{ "hosts": ["https://api.shop.example"] }""", false)]
    [InlineData("""{ "hosts": ["*"] }""", false)]
    [InlineData("""{ "hosts": ["*.example"] }""", false)]
    [InlineData("""{ "hosts": ["a/b"] }""", false)]
    [InlineData("""{ "hosts": "api.shop.example" }""", false)]
    [InlineData("""{ "hosts": [1] }""", false)]
    [InlineData("""{ "files": [] }""", false)]
    [InlineData("[]", false)]
    public void Permitted_hosts_are_names_and_nothing_that_could_mean_more(string permissions, bool isUsable) => Assert.Equal(
        isUsable,
        Read($$"""{ "name": "X", "version": "1.0", "sdk": "<2", "entry": "X.dll", "connectors": ["x"], "permissions": {{permissions}} }""") is not null);

    [Fact]
    public void A_host_of_a_setting_is_that_of_the_address_given_or_of_its_default()
    {
        var schema = SettingsSchema.Of(typeof(AddressSettings));
        string[] hosts = ["cdn.shop.example", "{url}"];

        Assert.Equal(["cdn.shop.example", "my.shop.example:8443"], PermittedHosts.For(hosts, schema, new JObject { ["Url"] = "https://my.shop.example:8443/v1" }));
        Assert.Equal(["cdn.shop.example", "api.shop.example"], PermittedHosts.For(hosts, schema, []));
        Assert.Equal(["cdn.shop.example"], PermittedHosts.For(["cdn.shop.example", "{other}"], schema, []));
        Assert.Null(PermittedHosts.For(null, schema, []));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}")]
    public void What_is_no_json_object_is_one_reason(string text)
    {
        Assert.Null(Read(text));
        Assert.Single(_reasons);
    }

    [Fact]
    public void A_manifest_without_an_end_is_not_read()
    {
        Assert.Null(Read(new string(' ', 100_000)));
        Assert.Contains("larger", Assert.Single(_reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_fields_are_passed_over_for_the_sake_of_later_versions() => Assert.NotNull(Read(
        """{ "name": "X", "version": "1.0", "sdk": "<2", "entry": "X.dll", "connectors": ["x", "x-2"], "later": true }"""));

    private PluginManifest? Read(string text)
    {
        File.WriteAllText(Path.Combine(_folder.Path, PluginManifest.FileName), text);
        return ManifestReader.Read(_folder.Path, _reasons);
    }

    private sealed class AddressSettings
    {
        [Setting]
        public Uri Url { get; set; } = new("https://api.shop.example/");
    }
}
