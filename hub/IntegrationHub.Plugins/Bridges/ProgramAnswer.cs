using IntegrationHub.Plugins.Processes;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>Runs a program that answers a question and ends.</summary>
internal static class ProgramAnswer
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="call">How to start it.</param>
    /// <param name="arguments">What to add to its command line.</param>
    /// <param name="take">Takes each line; it is valid until it returns.</param>
    /// <param name="cancellationToken">Stops the waiting and the program.</param>
    /// <returns>How it ended, and the reason that its error output gives.</returns>
    /// <exception cref="ConnectorException">It took too long.</exception>
    internal static async Task<(ChildExit Exit, string? LastWords)> RunAsync(
        ProgramCall call, IReadOnlyList<string> arguments, Action<ReadOnlyMemory<byte>> take, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(BridgeLimits.AnswerDeadline);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        await using var child = call.Start(arguments);
        try
        {
            while (await child.Output.ReadAsync(either.Token))
            {
                take(child.Output.Line);
            }

            return (await child.Exited.WaitAsync(either.Token), ErrorLines.OfAnswer(child.ErrorText));
        }
        catch (OperationCanceledException e) when (deadline.IsCancellationRequested)
        {
            throw ConnectorException.Transient($"Program '{call.Name}' did not answer within {BridgeLimits.AnswerDeadline}; it was ended.", innerException: e);
        }
    }
}
