using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntegrationHub.Tests.Support;

/// <summary>A program that a test started; disposing ends it and what it started.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private RunningProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Gets the process.</summary>
    public Process Process => _process;

    /// <summary>Gets what it wrote so far, standard output and error mixed.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    /// <summary>Starts a program.</summary>
    /// <param name="program">Its full path, or its name on the path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Its working folder.</param>
    /// <param name="environment">Variables to set beside the inherited ones.</param>
    /// <returns>The running program.</returns>
    public static RunningProgram Start(
        string program, IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder ?? string.Empty,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Its full path, or its name on the path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Its working folder.</param>
    /// <param name="environment">Variables to set beside the inherited ones.</param>
    /// <returns>The exit code and what it wrote.</returns>
    public static async Task<(int ExitCode, string Said)> RunAsync(
        string program, IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        await using var running = Start(program, arguments, folder, environment);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        running._process.StandardInput.Close();
        await running._process.WaitForExitAsync(deadline.Token);
        return (running._process.ExitCode, running.Said);
    }

    /// <summary>Waits until the program accepts connections.</summary>
    /// <param name="port">A port of the loopback.</param>
    /// <returns>A task that ends when a connection succeeded.</returns>
    /// <exception cref="InvalidOperationException">The program ended first, or never listened; the message says what it wrote.</exception>
    public async Task WaitForPortAsync(int port)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < StartDeadline && !_process.HasExited)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException($"{_process.StartInfo.FileName} does not listen on port {port}. It wrote: {Said}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_said)
        {
            _said.AppendLine(line);
        }
    }
}
