using System.Runtime.InteropServices;
using IntegrationHub.Tests.Support;
using StandIns;

if (args.Length != 1)
{
    await Console.Error.WriteLineAsync("error: one folder is expected, for addresses and secrets. Next: stand-ins ./stand-ins");
    return 2;
}

var secrets = ShopSecrets.New();
await using var systems = await ShopSystems.StartAsync(secrets);
await using var mail = await DovecotServer.StartAsync();
ShopMail.Deliver(mail);
Handout.Write(args[0], secrets, systems, mail);
Console.WriteLine($"The shop's systems run: Square, Shopify, Odoo, Matomo and Mailchimp at {systems.Address}, IMAP at localhost:{mail.TlsPort}. Ctrl+C stops.");

// Dovecot is a program of its own and must not outlive this one.
var stop = new TaskCompletionSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
await stop.Task;
return 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.TrySetResult();
}
