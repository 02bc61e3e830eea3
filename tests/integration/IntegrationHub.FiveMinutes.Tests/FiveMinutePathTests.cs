using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.FiveMinutes.Tests;

/// <summary>What sdk/docs/authoring.md promises: from nothing to a printed record, without a server and without an account.</summary>
public sealed partial class FiveMinutePathTests(PackedFeed packed)
{
    private static readonly TimeSpan FakeApiDeadline = TimeSpan.FromSeconds(60);

    private readonly Stopwatch _watch = new();

    [Fact]
    public async Task An_empty_folder_and_the_feed_are_enough_to_write_test_and_preview_a_connector()
    {
        _watch.Start();
        var folder = packed.Folder;
        await StepAsync("dotnet", folder, "tool", "install", "hub", "--tool-path", ".", "--source", packed.Feed);
        await StepAsync("dotnet", folder, "new", "install", "IntegrationHub.Templates");
        await StepAsync("dotnet", folder, "new", "hub-connector", "--name", "AcmeShop", "--id", "pos-acme");

        var project = Path.Combine(folder, "AcmeShop");
        Assert.Contains("Failed:     0", await StepAsync("dotnet", project, "test"), StringComparison.Ordinal);

        var hub = Path.Combine(folder, "hub");
        var connector = Path.Combine(project, "AcmeShop", "bin", "connector");
        Assert.Contains(" 0 failed", await StepAsync(hub, project, "connector", "test", connector), StringComparison.Ordinal);
        await StepAsync(hub, project, "init");

        await using var api = RunningProgram.Start(
            "dotnet", ["run", "--no-build", "--project", "AcmeShop.FakeApi"], project, packed.Surroundings);
        var url = await AddressOfAsync(api);
        await StepAsync(hub, project, "source", "add", "try", "--connector", "pos-acme", "--set", "url=" + url, "--set", "token=fake-token-0451");
        var preview = await StepAsync(hub, project, "source", "preview", "try");

        Assert.Contains("person people/c-1", preview, StringComparison.Ordinal);
        Assert.Contains("ada@example.com", preview, StringComparison.Ordinal);
        Say("all of it");
    }

    private async Task<string> StepAsync(string program, string folder, params string[] arguments)
    {
        var said = await packed.DoAsync(program, folder, arguments);
        Say($"{Path.GetFileName(program)} {string.Join(' ', arguments.Take(3))}");
        return said;
    }

    private void Say(string step) =>
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_watch.Elapsed.TotalSeconds,6:F1} s  {step}"));

    private static async Task<string> AddressOfAsync(RunningProgram api)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < FakeApiDeadline && !api.Process.HasExited)
        {
            if (UrlText().Match(api.Said) is { Success: true } found)
            {
                return found.Value;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("The fake API did not print its url. It wrote: " + api.Said);
    }

    [GeneratedRegex(@"(?<=url=)http://\S+", RegexOptions.None, 1000)]
    private static partial Regex UrlText();
}
