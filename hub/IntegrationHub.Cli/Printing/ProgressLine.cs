using System.Globalization;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Sync;
using IntegrationHub.Sync.Resolving;

namespace IntegrationHub.Cli.Printing;

/// <summary>Shows how far the work is: one line that rewrites itself on a terminal, a line now and then elsewhere. Thread-safe.</summary>
internal sealed class ProgressLine(Surroundings surroundings) : IProgress<SyncProgress>, IProgress<ResolveProgress>, IDisposable
{
    private static readonly TimeSpan TerminalInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private long _last = surroundings.Clock.GetTimestamp();
    private bool _isShown;

    public void Report(SyncProgress value) =>
        Show(string.Create(CultureInfo.InvariantCulture, $"{value.Source}: {value.Committed:N0} stored"));

    public void Report(ResolveProgress value) =>
        Show(string.Create(CultureInfo.InvariantCulture, $"resolving customers, {value.Phase}: {value.Done:P0}"));

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isShown)
            {
                surroundings.Error.Write("\r\u001b[K");
                _isShown = false;
            }
        }
    }

    private void Show(string text)
    {
        lock (_lock)
        {
            if (surroundings.Clock.GetElapsedTime(_last) < (surroundings.IsErrorTerminal ? TerminalInterval : PlainInterval))
            {
                return;
            }

            _last = surroundings.Clock.GetTimestamp();
            if (surroundings.IsErrorTerminal)
            {
                surroundings.Error.Write($"\r\u001b[K{text}");
                _isShown = true;
            }
            else
            {
                surroundings.Error.WriteLine(text);
            }
        }
    }
}
