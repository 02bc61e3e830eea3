using System.CommandLine;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Plugins.Installing;

namespace IntegrationHub.Cli.Verbs.Connectors;

/// <summary><c>hub connector sign PATH --key PEM</c>.</summary>
internal sealed class ConnectorSignVerb : Verb
{
    private readonly Argument<string> _path = new("PATH") { Description = "A plugin's folder or .nupkg file." };
    private readonly Option<string> _key = new("--key")
    {
        Description = "The private key: PEM, not encrypted, ECDSA P-256 or RSA.",
        HelpName = "FILE.pem",
        Required = true,
    };

    public ConnectorSignVerb()
        : base("sign", "Sign a connector of your own, so that admins who pin your public key can install it.", "hub connector sign Contoso.Shop.1.2.0.nupkg --key contoso.pem")
    {
        Add(_path);
        Add(_key);
    }

    // For authors: it needs no data folder.
    public override FolderUse FolderUse => FolderUse.None;

    public override Task<int> RunAsync(Call call)
    {
        var path = call.PathOf(call.Value(_path));
        var fingerprint = PackageSigner.Sign(path, call.PathOf(call.Value(_key)!));
        call.Print(new { path, key = fingerprint }, page => page.Line($"Signed {path} with key {fingerprint}."));
        return Task.FromResult(ExitCode.Done);
    }
}
