using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Tests;

public sealed class UnloadTests : IDisposable
{
    private const string Habitual = "faulty-habit";

    private readonly PluginFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_code_of_a_sound_plugin_leaves_memory_after_its_last_run()
    {
        _folder.Add("Fixture.One");
        var catalog = _folder.Catalog();
        for (var run = 0; run < 3; run++)
        {
            await Use(catalog, "fixture-one");
        }

        var report = Assert.Single(await catalog.UnloadAsync("fixture-one", Token));

        Assert.True(report.IsGone, report.ToString());
        Assert.Equal(ConnectorState.Unloaded, Assert.Single(catalog.Scan()).State);
        await Use(catalog, "fixture-one");
    }

    [Fact]
    public async Task A_plugin_in_use_is_no_leak()
    {
        _folder.Add("Fixture.One");
        var catalog = _folder.Catalog();
        await using var connector = await catalog.OpenAsync("fixture-one", Token);
        await Use(catalog, "fixture-one");

        var report = Assert.Single(await catalog.UnloadAsync("fixture-one", Token));

        Assert.Equal((1, 0, false), (report.StillOpen, report.Leaked, report.IsGone));
        Assert.Equal(ConnectorState.Active, Assert.Single(catalog.Scan()).State);
    }

    // What these measure is the runtime's and the shared libraries' doing; a change here is news for the guide to authors.
    [Theory]
    [InlineData("http")]
    [InlineData("event-source")]
    [InlineData("activity-and-meter")]
    [InlineData("compiled-expression")]
    [InlineData("newtonsoft-tokens")]
    [InlineData("system-text-json-generated")]
    [InlineData("polly")]
    [InlineData("async-local")]
    [InlineData("thread-static")]
    public async Task A_habit_that_does_no_harm_is_called_no_leak(string habit)
    {
        _folder.Add("Fixture.Faulty", connectors: Habitual);
        var catalog = _folder.Catalog();
        await Use(catalog, Habitual, habit);

        var report = Assert.Single(await catalog.UnloadAsync(Habitual, Token));

        Assert.True(report.IsGone, report.ToString());
    }

    [Theory]
    [InlineData("newtonsoft-type")]
    [InlineData("newtonsoft-to-object")]
    [InlineData("newtonsoft-marked-type")]
    [InlineData("system-text-json-type")]
    [InlineData("type-converter")]
    [InlineData("timer")]
    [InlineData("thread")]
    [InlineData("event")]
    public async Task A_leak_is_logged_by_name_and_shown(string habit)
    {
        _folder.Add("Fixture.Faulty", connectors: Habitual);
        _folder.Add("Fixture.One");
        var catalog = _folder.Catalog();
        await Use(catalog, Habitual, habit);

        var report = Assert.Single(await catalog.UnloadAsync(Habitual, Token));

        var entry = Assert.Single(catalog.Scan(), e => e.Id == Habitual);
        Assert.Equal((1, ConnectorState.Leaked), (report.Leaked, entry.State));
        Assert.Contains("cannot leave memory", Assert.Single(entry.Reasons), StringComparison.Ordinal);
        Assert.Contains(_folder.Logger.Lines, l => l.Level == LogLevel.Warning && l.Text.Contains("Fixture.Faulty 1.0.0 leaks", StringComparison.Ordinal));
        await Use(catalog, "fixture-one");
        Assert.True(Assert.Single(await catalog.UnloadAsync("fixture-one", Token)).IsGone);
    }

    [Fact]
    public async Task A_plugin_that_threw_its_own_exception_leaves_memory_too()
    {
        _folder.Add("Fixture.Faulty", connectors: "faulty-own-exception");
        var catalog = _folder.Catalog();
        await Fail(catalog, "faulty-own-exception");

        Assert.True(Assert.Single(await catalog.UnloadAsync("faulty-own-exception", Token)).IsGone);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<PluginException> Fail(ConnectorCatalog catalog, string id) =>
        Assert.ThrowsAsync<PluginException>(() => catalog.OpenAsync(id, Token));

    /// <summary>A method of its own, so that no local of a test holds the connector.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task Use(ConnectorCatalog catalog, string id, string? habit = null)
    {
        await using var connector = await catalog.OpenAsync(id, Token);
        var context = new ConnectorContext { SourceName = "test" };
        var settings = habit is null ? [] : new JObject { ["habit"] = habit };
        await connector.CheckAsync(settings, context, Token);
        await foreach (var message in connector.ReadAsync(
            settings, new ReadRequest([new StreamRequest("people", SyncMode.Full)], DateTimeOffset.UnixEpoch), context, Token))
        {
            Assert.Equal("people", message.Stream);
        }
    }
}
