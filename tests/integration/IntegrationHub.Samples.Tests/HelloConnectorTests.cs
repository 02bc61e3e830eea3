using IntegrationHub.Tests.Support;

namespace IntegrationHub.Samples.Tests;

/// <summary><c>samples/01-hello-connector</c> as its README runs it.</summary>
public sealed class HelloConnectorTests(SampleShell shell) : IClassFixture<SampleShell>
{
    [Fact]
    public async Task The_names_it_is_told_become_customers()
    {
        await shell.DoAsync("source", "add", "hello", "--connector", "sample-hello", "--set", "names=Ada,Grace");
        var preview = await shell.DoAsync("source", "preview", "hello");
        await shell.DoAsync("sync", "run", "hello");
        var found = await shell.JsonAsync("customer", "find", "--name", "Ada");

        Assert.Contains("person people/Ada", preview, StringComparison.Ordinal);
        Assert.Equal(1, found.GetArrayLength());
    }

    [Fact]
    public void It_keeps_its_word_of_thirty_lines() =>
        Assert.InRange(File.ReadLines(Repo.PathOf("samples", "01-hello-connector", "HelloConnector.cs")).Count(), 1, 30);
}
