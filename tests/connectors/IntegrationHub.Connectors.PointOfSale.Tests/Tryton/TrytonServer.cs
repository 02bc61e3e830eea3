using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using IntegrationHub.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.PointOfSale.Tests.Tryton;

/// <summary>A real Tryton on a free port of 127.0.0.1, with a database of its own in SQLite, made once for a test class.</summary>
public sealed class TrytonServer : IAsyncLifetime
{
    internal const string Database = "shop";

    private const string AdminPassword = "admin-secret-1";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tryton-");
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(1) };
    private readonly int _port = FreePort.Next();
    private RunningProgram? _program;

    internal Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}/"));

    /// <summary>Gets or sets what Tryton's clients send along with every call: the company that the user works for.</summary>
    internal JObject Context { get; set; } = [];

    private string Configuration => Path.Combine(_folder.FullName, "trytond.conf");

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Configuration, string.Create(CultureInfo.InvariantCulture, $"[web]\nlisten=127.0.0.1:{_port}\n[database]\nuri=sqlite://\npath={_folder.FullName}\n"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, Database + ".sqlite"), string.Empty);
        var password = Path.Combine(_folder.FullName, "password");
        await File.WriteAllTextAsync(password, AdminPassword);
        var (exitCode, said) = await RunningProgram.RunAsync(
            Counterparts.Program("trytond-admin"),
            ["-c", Configuration, "-d", Database, "-u", "ir", "res", "party", "sale", "--activate-dependencies", "--email", "admin@shop.example"],
            environment: new Dictionary<string, string>(StringComparer.Ordinal) { ["TRYTONPASSFILE"] = password });
        Assert.True(exitCode == 0, $"trytond-admin ended with {exitCode}: {said}");
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _program!.DisposeAsync();
        _client.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Ends the server as if the power had gone, and starts it again.</summary>
    internal async Task RestartAsync()
    {
        await _program!.DisposeAsync();
        await StartAsync();
    }

    /// <summary>Calls a method of a model, as the administrator.</summary>
    internal async Task<JToken> CallAsync(string model, string method, params JToken[] arguments)
    {
        var answer = await PostAsync($"model.{model}.{method}", [.. arguments, Context]);
        return answer["result"] ?? throw new InvalidOperationException($"{model}.{method} failed: {answer["error"]}");
    }

    /// <summary>Makes one record.</summary>
    /// <returns>Its id.</returns>
    internal async Task<int> CreateAsync(string model, JObject values) => (int)(await CallAsync(model, "create", new JArray { values }))[0]!;

    /// <summary>Finds the first record with a value.</summary>
    /// <returns>Its id.</returns>
    internal async Task<int> FindAsync(string model, string field, string value) =>
        (int)(await CallAsync(model, "search", new JArray { new JArray(field, "=", value) }, 0, 1, JValue.CreateNull()))[0]!;

    private async Task StartAsync()
    {
        _program = RunningProgram.Start(Counterparts.Program("trytond"), ["-c", Configuration, "-d", Database]);
        await _program.WaitForPortAsync(_port);
        var session = (await PostAsync("common.db.login", ["admin", new JObject { ["password"] = AdminPassword }, "en"]))["result"]!;
        var key = Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{session[0]}:{session[1]}"));
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Session", key);
    }

    private async Task<JObject> PostAsync(string method, JArray arguments)
    {
        var body = new JObject { ["id"] = 1, ["method"] = method, ["params"] = arguments };
        using var content = new StringContent(body.ToString(Formatting.None), Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(new Uri(Address, Database + "/"), content);
        answer.EnsureSuccessStatusCode();
        return JObject.Parse(await answer.Content.ReadAsStringAsync());
    }
}
