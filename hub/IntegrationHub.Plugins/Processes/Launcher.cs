using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace IntegrationHub.Plugins.Processes;

/// <summary>Runs inside the child program between the hub and a foreign program: leads the group that the foreign program and all it
/// starts are in, and ends that group when the hub is gone.</summary>
/// <remarks>The foreign program inherits the three standard streams as they are; no byte passes through here.</remarks>
internal static class Launcher
{
    /// <summary>The first argument that asks for it.</summary>
    public const string Word = "launch";

    /// <summary>The exit code that says, as shells do, that the program cannot be started.</summary>
    public const int CannotStart = 127;

    /// <summary>Makes the arguments for <see cref="Run"/>.</summary>
    public static IEnumerable<string> Arguments(TimeSpan grace, string program, IEnumerable<string> arguments) =>
    [
        Word,
        Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
        grace.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture),
        program,
        .. arguments,
    ];

    /// <summary>Runs the program to its end.</summary>
    /// <param name="arguments">What <see cref="Arguments"/> made, without the first word.</param>
    /// <returns>The program's exit code; 128 + n when signal n ended it.</returns>
    public static int Run(string[] arguments)
    {
        ProcessGroup.Lead();

        // A signal to the group reaches the program itself, which decides when to end; this process ends right after it.
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true);
        var parent = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        var grace = TimeSpan.FromMilliseconds(int.Parse(arguments[1], CultureInfo.InvariantCulture));
        ParentWatch.Start(parent, () => EndGroup(grace));
        try
        {
            using var process = Process.Start(new ProcessStartInfo(arguments[2], arguments[3..]) { UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception e)
        {
            Console.Error.WriteLine($"'{arguments[2]}' cannot be started: {e.Message}");
            return CannotStart;
        }
    }

    private static void EndGroup(TimeSpan grace)
    {
        // Zero means the own group, this process among it.
        _ = Libc.Kill(0, Libc.SignalTerminate);
        using var never = new ManualResetEvent(initialState: false);
        never.WaitOne(grace);
        _ = Libc.Kill(0, Libc.SignalKill);
    }
}
