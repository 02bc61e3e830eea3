using System.Diagnostics;

namespace IntegrationHub.Plugins.Processes;

/// <summary>A program that runs beside the hub, in a process group of its own, and never outlives it.</summary>
/// <remarks>
/// <para>Write to <see cref="Input"/>, read lines from <see cref="Output"/>, and dispose in every case: that ends the program
/// and everything in its group, SIGTERM first, SIGKILL after <see cref="ChildProcessStart.StopGrace"/>, and removes
/// <see cref="TemporaryDirectory"/>. When the hub dies, even by SIGKILL, the group is ended in the same way within a second.</para>
/// <para>Standard error is read to the end whatever comes, so a flood blocks nobody. Standard output is read only as fast as
/// <see cref="Output"/> is: a slow reader slows the program, and memory stays flat. When <see cref="Output"/> ends, await
/// <see cref="Exited"/> to learn why, and look at <see cref="BoundedLineReader.Counts"/>: lines that were passed over are lost records.</para>
/// <para>Signals go to the group only after the number still belongs to the very process that was started.</para>
/// <example><code>
/// await using var child = ChildProcess.Start(new ChildProcessStart { Program = "/usr/bin/python3", Arguments = ["-m", "tap"] });
/// while (await child.Output.ReadAsync(cancellationToken)) { Parse(child.Output.Line.Span); }
/// var exit = await child.Exited; // exit.IsSuccess, or exit.Words: "was killed (SIGKILL), perhaps because ..."
/// </code></example>
/// Linux only.
/// </remarks>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan ErrorPatience = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly ProcessIdentity? _identity;
    private readonly ChildProcessStart _start;
    private readonly ErrorTail _error;
    private readonly Task _errorDrained;

    private ChildProcess(Process process, ChildProcessStart start, string temporaryDirectory)
    {
        _process = process;
        _start = start;
        _identity = ProcessIdentity.Find(process.Id);
        _error = new ErrorTail(start.ErrorBytesMax);
        _errorDrained = _error.DrainAsync(process.StandardError.BaseStream);
        TemporaryDirectory = temporaryDirectory;
        Exited = WaitAsync();
        Input = process.StandardInput.BaseStream;
        Output = new BoundedLineReader(process.StandardOutput.BaseStream, start.LineBytesMax, Exited);
    }

    /// <summary>Gets the process number, which is also the group's.</summary>
    public int Id => _process.Id;

    /// <summary>Gets a folder for this child alone (mode 0700); it is the child's TMPDIR, and goes with it.</summary>
    public string TemporaryDirectory { get; }

    /// <summary>Gets the child's standard input. Dispose it to tell the child that nothing more comes. A child that does not read blocks the writer.</summary>
    public Stream Input { get; }

    /// <summary>Gets the lines of the child's standard output.</summary>
    public BoundedLineReader Output { get; }

    /// <summary>Gets the task that ends when the child did: what it left running was killed, and its standard error was read. Never fails.</summary>
    public Task<ChildExit> Exited { get; }

    /// <summary>Gets how much the child wrote to its standard error, in bytes.</summary>
    public long ErrorBytes => _error.Total;

    /// <summary>Gets the end of what the child wrote to its standard error, for finding the reason of a failure in it. It may hold
    /// secrets and customers' values: never log or show it as it is.</summary>
    public string ErrorText => _error.ToString();

    /// <summary>Starts a program.</summary>
    /// <param name="start">What and how.</param>
    /// <returns>The running program. One that cannot be executed shows in <see cref="Exited"/>.</returns>
    /// <exception cref="FileNotFoundException">The hub's child program is missing.</exception>
    public static ChildProcess Start(ChildProcessStart start)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("Child processes are supervised on Linux only.");
        }

        var (program, arguments) = start.LeadsItsGroup
            ? (start.Program, start.Arguments)
            : start.Host.Command(Launcher.Arguments(start.StopGrace, start.Program, start.Arguments));
        var temporary = Directory.CreateTempSubdirectory("hub-child-").FullName; // Made with mode 0700.
        var info = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = start.WorkingDirectory ?? temporary,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment.Clear();
        foreach (var (name, value) in ChildEnvironment.For(start, temporary))
        {
            info.Environment[name] = value;
        }

        try
        {
            return new ChildProcess(Process.Start(info)!, start, temporary);
        }
        catch
        {
            Directory.Delete(temporary, recursive: true);
            throw;
        }
    }

    /// <summary>Signals the child and its group, once, without waiting.</summary>
    /// <param name="signal">The signal.</param>
    /// <returns>False when nobody was left to signal.</returns>
    public bool Signal(int signal) => _identity is { } identity && ProcessGroup.Signal(identity, signal);

    /// <summary>Ends the child and its group: asks, waits, kills. Safe to call again and after its end.</summary>
    /// <returns>How it ended.</returns>
    public async Task<ChildExit> StopAsync()
    {
        if (!Exited.IsCompleted && Signal(Libc.SignalTerminate))
        {
            await Task.WhenAny(Exited, Task.Delay(_start.StopGrace, _start.Clock));
        }

        if (!Exited.IsCompleted)
        {
            Signal(Libc.SignalKill);
            await Task.WhenAny(Exited, Task.Delay(_start.StopGrace, _start.Clock));
        }

        // A process that waits for a broken device cannot even be killed. It is left to the system rather than waited for.
        return Exited.IsCompleted ? await Exited : new ChildExit(-1, "could not be killed; the system holds it");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
        try
        {
            Directory.Delete(TemporaryDirectory, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is left lies in the system's folder for temporary files, which is cleared by the system.
        }
    }

    private async Task<ChildExit> WaitAsync()
    {
        await _process.WaitForExitAsync();
        Signal(Libc.SignalKill); // What it left behind would hold the streams open.
        await Task.WhenAny(_errorDrained, Task.Delay(ErrorPatience));
        return ChildExit.Of(_process.ExitCode, _error.ToString());
    }
}
