using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>Prepares the child process for a plugin's code and serves the hub from it.</summary>
internal static class ConnectorServerProgram
{
    /// <summary>The first argument that asks for it.</summary>
    public const string Word = "serve";

    private const int Input = 0;
    private const int Output = 1;
    private const int Error = 2;

    // Above the three standard streams.
    private const int FirstFree = 3;

    /// <summary>Makes the arguments for <see cref="RunAsync"/>.</summary>
    public static IReadOnlyList<string> Arguments(int lineBytesMax) =>
    [
        Word,
        Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
        lineBytesMax.ToString(CultureInfo.InvariantCulture),
    ];

    /// <summary>Serves until the hub has no more requests.</summary>
    /// <param name="arguments">What <see cref="Arguments"/> made, without the first word.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        ProcessGroup.Lead();

        // Nothing is left to do for a hub that is gone: what it had taken is in its store, what it had not will be read again.
        ParentWatch.Start(int.Parse(arguments[0], CultureInfo.InvariantCulture), () => _ = Libc.Kill(0, Libc.SignalKill));
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        var (input, output) = TakeStandardStreams();
        await using (input)
        await using (output)
        {
            var wire = new WireOutput(output, int.Parse(arguments[1], CultureInfo.InvariantCulture));
            await using var server = new ConnectorServer(input, wire);
            await server.RunAsync();
        }

        return 0;
    }

    /// <summary>Moves the pipes to the hub out of reach, so that whatever a plugin or a native library of it prints goes to the error
    /// output, and whoever reads the standard input finds it at its end.</summary>
    private static (FileStream Input, FileStream Output) TakeStandardStreams()
    {
        var input = Take(Input, FileAccess.Read);
        var output = Take(Output, FileAccess.Write);
        using var nothing = File.OpenHandle("/dev/null");
        _ = Libc.Redirect((int)nothing.DangerousGetHandle(), Input);
        _ = Libc.Redirect(Error, Output);
        return (input, output);
    }

    private static FileStream Take(int descriptor, FileAccess access) => new(
        new SafeFileHandle(Libc.Duplicate(descriptor, Libc.DuplicateCloseOnExec, FirstFree), ownsHandle: true), access, bufferSize: 0);
}
