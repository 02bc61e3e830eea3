using System.Runtime.CompilerServices;
using IntegrationHub.Plugins.Processes;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>Runs a program that reads, and gives what it delivers.</summary>
internal static class ProgramReader
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="call">How to start it.</param>
    /// <param name="arguments">What to add to its command line.</param>
    /// <param name="session">Takes its lines.</param>
    /// <param name="keep">Keeps a configuration that the program changed, before the next line is read.</param>
    /// <param name="silence">How long it may write nothing.</param>
    /// <param name="cancellationToken">Stops the reading and the program.</param>
    internal static async IAsyncEnumerable<Message> ReadAsync(
        ProgramCall call,
        IReadOnlyList<string> arguments,
        BridgeSession session,
        Func<string, Task> keep,
        TimeSpan silence,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var child = call.Start(arguments);
        while (await NextAsync(call, child.Output, silence, cancellationToken))
        {
            if (child.Output.Counts.Lost > 0)
            {
                session.Freeze();
            }

            // A last line that lacks its end is half a message more often than not; it will be written again.
            if (child.Output.IsUnfinished && !await EndedWellAsync(child))
            {
                continue;
            }

            session.Take(child.Output.Line);
            foreach (var message in session.Outbox)
            {
                yield return message;
            }

            session.Outbox.Clear();
            if (session.NewConfig is { } config)
            {
                session.NewConfig = null;
                await keep(config);
            }
        }

        session.End(await child.Exited, ErrorLines.OfReading(child.ErrorText), child.Output.Counts);
        foreach (var message in session.Outbox)
        {
            yield return message;
        }
    }

    private static async Task<bool> EndedWellAsync(ChildProcess child) => (await child.Exited).IsSuccess;

    private static async ValueTask<bool> NextAsync(
        ProgramCall call, BoundedLineReader output, TimeSpan silence, CancellationToken cancellationToken)
    {
        var next = output.ReadAsync(cancellationToken);
        if (next.IsCompleted)
        {
            return await next;
        }

        try
        {
            // A program runs in the machine's own time, whatever clock the caller lives by.
            return await next.AsTask().WaitAsync(silence, cancellationToken);
        }
        catch (TimeoutException e)
        {
            throw ConnectorException.Transient($"Program '{call.Name}' wrote nothing for {silence}; it was ended.", innerException: e);
        }
    }
}
