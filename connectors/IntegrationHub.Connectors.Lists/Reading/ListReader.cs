using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Reading;

/// <summary>Reads one file from a position on. Not thread-safe.</summary>
internal abstract class ListReader : IDisposable
{
    /// <summary>Gets the place behind the last message; reading from there gives what comes next.</summary>
    internal abstract ListPosition Position { get; }

    /// <summary>Gets what to warn of once the file is read.</summary>
    internal virtual IReadOnlyList<string> Warnings => [];

    /// <summary>Reads on to the next message.</summary>
    /// <returns>The message, or <see langword="null"/> at the end of the file.</returns>
    internal abstract Message? Read(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the file.</summary>
    protected abstract void Dispose(bool disposing);
}
