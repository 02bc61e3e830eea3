using System.CommandLine;
using IntegrationHub.Cli.Hosting;

namespace IntegrationHub.Cli.Verbs.Connectors;

/// <summary><c>hub connector trust add KEY.pem --name NAME</c>.</summary>
internal sealed class TrustAddVerb : Verb
{
    private readonly Argument<string> _key = new("KEY.pem") { Description = "The publisher's public key as PEM." };
    private readonly Option<string> _name = new("--name") { Description = "What to call the publisher.", HelpName = "NAME", Required = true };

    public TrustAddVerb()
        : base(
            "add",
            "Pin a publisher's public key: what it signed can be installed. Compare the fingerprint with the one the publisher shows.",
            "hub connector trust add contoso.pub.pem --name contoso")
    {
        Add(_key);
        Add(_name);
    }

    public override FolderUse FolderUse => FolderUse.Write;

    public override Task<int> RunAsync(Call call)
    {
        var publisher = call.Hub.Installer.Trust(call.PathOf(call.Value(_key)), call.Value(_name)!);
        call.Print(
            new { name = publisher.Name, fingerprint = publisher.Fingerprint, pinnedAt = publisher.PinnedAt },
            page => page.Line($"Trusting what {publisher.Name} signs with key {publisher.Fingerprint}."));
        return Task.FromResult(ExitCode.Done);
    }
}
