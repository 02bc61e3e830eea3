using System.Globalization;
using System.Runtime.InteropServices;
using IntegrationHub.Cli.Hosting;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await HubCommandLine.RunAsync(args, Surroundings.OfProcess(), stop.Token);

void Stop(PosixSignalContext context)
{
    // The first signal asks; the second takes the system's own way.
    if (!stop.IsCancellationRequested)
    {
        context.Cancel = true;
        Console.Error.WriteLine("Stopping at the next checkpoint. Once more to stop at once.");
        stop.Cancel();
    }
}
