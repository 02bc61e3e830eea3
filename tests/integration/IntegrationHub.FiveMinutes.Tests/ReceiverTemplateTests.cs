namespace IntegrationHub.FiveMinutes.Tests;

/// <summary>The other kind of the template, and the package that both kinds make.</summary>
public sealed class ReceiverTemplateTests(PackedFeed packed)
{
    [Fact]
    public async Task A_receiver_from_the_template_passes_its_tests_and_packs_into_what_the_hub_installs()
    {
        // Templates of its own: the other test installs them as an author does.
        string[] templates = ["--debug:custom-hive", Path.Combine(packed.Folder, "..", "hive")];
        await packed.DoAsync("dotnet", packed.Folder, ["new", "install", "IntegrationHub.Templates", .. templates]);
        await packed.DoAsync("dotnet", packed.Folder, ["new", "hub-connector", "--name", "Acme.Hooks", "--kind", "receiver", .. templates]);

        var project = Path.Combine(packed.Folder, "Acme.Hooks");
        Assert.Contains("Failed:     0", await packed.DoAsync("dotnet", project, "test"), StringComparison.Ordinal);
        await packed.DoAsync("dotnet", project, "pack", "Acme.Hooks");

        using var package = Package.Open(Path.Combine(project, "Acme.Hooks", "bin", "package"), "Acme.Hooks");
        Assert.Equal("IntegrationHubConnector", package.Metadata.Descendants().Single(e => e.Name.LocalName == "packageType").Attribute("name")!.Value);
        Assert.Equal("0.1.0", package.Says("version"));
        Assert.Contains("connector/connector.json", package.Files);
        Assert.Contains("connector/Acme.Hooks.dll", package.Files);
        Assert.DoesNotContain("connector/IntegrationHub.Sdk.dll", package.Files);
        Assert.DoesNotContain(package.Files, f => f.StartsWith("lib/", StringComparison.Ordinal));

        var tools = Path.Combine(packed.Folder, "..", "tools");
        var data = Path.Combine(packed.Folder, "..", "install-data");
        await packed.DoAsync("dotnet", packed.Folder, "tool", "install", "hub", "--tool-path", tools, "--source", packed.Feed);
        var hub = Path.Combine(tools, "hub");
        await packed.DoAsync(hub, project, "--data", data, "init");
        await packed.DoAsync(hub, project, "--data", data, "connector", "install", "Acme.Hooks/bin/package/Acme.Hooks.0.1.0.nupkg", "--allow-unsigned");
        Assert.Contains("acme-hooks", await packed.DoAsync(hub, project, "--data", data, "connector", "list"), StringComparison.Ordinal);
    }
}
