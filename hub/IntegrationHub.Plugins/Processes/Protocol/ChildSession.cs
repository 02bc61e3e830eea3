using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using IntegrationHub.Sdk.Messages;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>The hub's side of one connector process: one call after the other. Not thread-safe.</summary>
internal sealed class ChildSession : IAsyncDisposable
{
    private static readonly byte[] CancelLine = [.. "{\"cancel\":true}\n"u8];

    private readonly ChildProcess _child;
    private readonly CallLimits _limits;
    private readonly MessageReader _reader = new();
    private readonly SemaphoreSlim _oneWriter = new(1);

    private ChildSession(ChildProcess child, CallLimits limits)
    {
        _child = child;
        _limits = limits;
    }

    /// <summary>Gets a value indicating whether no further call can be made: the process ended or was given up.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Starts the process; no connector is open in it yet.</summary>
    /// <exception cref="FileNotFoundException">The child program is missing.</exception>
    public static ChildSession Start(CallLimits limits)
    {
        var usual = new ChildProcessStart { Program = string.Empty };
        var (program, arguments) = usual.Host.Command(ConnectorServerProgram.Arguments(usual.LineBytesMax));
        return new ChildSession(
            ChildProcess.Start(new ChildProcessStart
            {
                Program = program,
                Arguments = arguments,
                LeadsItsGroup = true,
                LineBytesMax = 2 * usual.LineBytesMax, // The child holds to the usual limit; this is for one that does not.
                StopGrace = limits.StopGrace,
                Environment = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["DOTNET_GCHeapHardLimit"] = limits.ProcessMemoryBytesMax.ToString("x", CultureInfo.InvariantCulture),
                },
            }),
            limits);
    }

    /// <summary>Makes a call that yields no messages.</summary>
    /// <returns>Its result.</returns>
    /// <exception cref="ChildException">The process failed; the session is over.</exception>
    public async Task<JObject> CallAsync(ChildCall call, CancellationToken cancellationToken)
    {
        await foreach (var message in StreamAsync(call, cancellationToken))
        {
            IsOver = true;
            throw new ChildException($"sent a message of stream '{message.Stream}' while {call.Doing}");
        }

        return call.Result!;
    }

    /// <summary>Makes a call that yields messages; its result is in the call when the sequence has ended.</summary>
    /// <exception cref="ChildException">The process failed; the session is over.</exception>
    public async IAsyncEnumerable<Message> StreamAsync(ChildCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var credentials = new CredentialDesk(call.Credentials, SendAnswerAsync);
        using var deadline = new CallDeadline(call.Patience, call.IsLimitedInAll, _limits.StopGrace, SendCancel, cancellationToken);
        var isAnswered = false;
        try
        {
            await SendAsync(call, deadline, cancellationToken);
            while (true)
            {
                var (message, isEnd) = await NextAsync(call, deadline, credentials, cancellationToken);
                if (isEnd)
                {
                    isAnswered = true;
                    yield break;
                }

                if (message is not null && !deadline.IsCancelled)
                {
                    yield return message;
                }
            }
        }
        finally
        {
            if (!isAnswered && !IsOver)
            {
                await AbandonAsync(call, deadline, credentials);
            }
        }
    }

    /// <summary>Ends the process.</summary>
    public async ValueTask DisposeAsync()
    {
        IsOver = true;
        await _child.Input.DisposeAsync(); // Its end tells the child to let go of the connector and end by itself.
        await Task.WhenAny(_child.Exited, Task.Delay(_limits.StopGrace));
        await _child.DisposeAsync();
    }

    private async Task SendAsync(ChildCall call, CallDeadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            deadline.Arm();
            await WriteAsync(call.ToLine(), deadline.Over);
            deadline.Disarm();
        }
        catch (IOException)
        {
            throw await EndedAsync(call);
        }
        catch (OperationCanceledException)
        {
            throw await SilentAsync(call, deadline, cancellationToken);
        }
    }

    private async Task<(Message? Message, bool IsEnd)> NextAsync(
        ChildCall call, CallDeadline deadline, CredentialDesk credentials, CancellationToken cancellationToken)
    {
        if (!await ReadLineAsync(call, deadline, cancellationToken))
        {
            throw await EndedAsync(call);
        }

        try
        {
            return _reader.Read(_child.Output.Line.Span) is { } message ? (message, false) : (null, Hear(call, credentials));
        }
        catch (Exception e) when (e is JsonException or Newtonsoft.Json.JsonException or FormatException or InvalidCastException)
        {
            throw await GarbledAsync(call, e);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            IsOver = true;
            throw new ChildException($"stopped by itself while {call.Doing}, as if it had been cancelled");
        }
        catch (Exception)
        {
            // The connector's own failure: an answer like any other, after which the session goes on.
            call.Result ??= [];
            throw;
        }
    }

    private ValueTask<bool> ReadLineAsync(ChildCall call, CallDeadline deadline, CancellationToken cancellationToken)
    {
        var line = _child.Output.ReadAsync(deadline.Over);
        return line.IsCompletedSuccessfully ? line : WaitAsync(line.AsTask());

        async ValueTask<bool> WaitAsync(Task<bool> read)
        {
            deadline.Arm();
            try
            {
                return await read;
            }
            catch (OperationCanceledException)
            {
                throw await SilentAsync(call, deadline, cancellationToken);
            }
            catch (IOException)
            {
                return false;
            }
            finally
            {
                deadline.Disarm();
            }
        }
    }

    /// <summary>Takes a line that is no message; true when it ends the call.</summary>
    private bool Hear(ChildCall call, CredentialDesk credentials)
    {
        using var text = new StreamReader(new MemoryStream(_child.Output.Line.ToArray()));
        var line = Wire.Parse(text).Properties().First();
        switch (line.Name)
        {
            case Wire.Log:
                HearLog(call, (LogLevel)(int)line.Value[0]!, (string)line.Value[1]!);
                return false;
            case Wire.Credential:
                credentials.Hear((JObject)line.Value);
                return false;
            case Wire.Result:
                call.Result = (JObject)line.Value;
                return true;
            case Wire.Failed:
                throw WireFailure.ExceptionOf((JObject)line.Value, _limits.ProcessMemoryBytesMax);
            default:
                throw new JsonException($"Unknown line '{line.Name}'.");
        }
    }

    private static void HearLog(ChildCall call, LogLevel level, string text) => Log.ConnectorSaid(call.Logger, level, text);

    private void SendCancel() => _ = SendCancelAsync();

    private Task SendCancelAsync() => SendQuietlyAsync(CancelLine);

    private Task SendAnswerAsync(JObject answer) => SendQuietlyAsync(
        Encoding.UTF8.GetBytes(new JObject { [Wire.Credential] = answer }.ToString(Newtonsoft.Json.Formatting.None) + "\n"));

    private async Task WriteAsync(byte[] line, CancellationToken cancellationToken)
    {
        await _oneWriter.WaitAsync(cancellationToken);
        try
        {
            await _child.Input.WriteAsync(line, cancellationToken);
        }
        finally
        {
            _oneWriter.Release();
        }
    }

    private async Task SendQuietlyAsync(byte[] line)
    {
        try
        {
            await WriteAsync(line, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It is gone; the reading side finds out, and says why.
        }
    }

    /// <summary>Lets the child finish a call whose answer nobody wants any more, or gives the child up.</summary>
    private async Task AbandonAsync(ChildCall call, CallDeadline deadline, CredentialDesk credentials)
    {
        if (call.Result is not null)
        {
            return; // It has answered, by a failure.
        }

        deadline.Cancel();
        try
        {
            while (!(await NextAsync(call, deadline, credentials, CancellationToken.None)).IsEnd)
            {
            }
        }
#pragma warning disable CA1031 // However the unwanted call ends: what counts is whether the process may be used again, which IsOver says.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private async Task<Exception> EndedAsync(ChildCall call)
    {
        IsOver = true;
        var exit = await _child.StopAsync();
        var isFromOutside = exit.Signal is Libc.SignalKill or Libc.SignalTerminate;
        return new ChildException($"{exit.Words} while {call.Doing}", isFromOutside);
    }

    private async Task<Exception> SilentAsync(ChildCall call, CallDeadline deadline, CancellationToken cancellationToken)
    {
        IsOver = true;
        await _child.StopAsync();
        if (cancellationToken.IsCancellationRequested)
        {
            return new OperationCanceledException(cancellationToken);
        }

        var limit = (deadline.IsCancelled ? _limits.StopGrace : call.Patience).TotalSeconds;
        return new ChildException(string.Create(
            CultureInfo.InvariantCulture, $"did not answer within {limit} s while {call.Doing} and was killed"));
    }

    private async Task<Exception> GarbledAsync(ChildCall call, Exception cause)
    {
        Debug.Assert(cause is not ChildException, "Only what cannot be read comes here.");
        IsOver = true;
        await _child.StopAsync();
        return new ChildException($"sent a line that cannot be read while {call.Doing}");
    }
}
