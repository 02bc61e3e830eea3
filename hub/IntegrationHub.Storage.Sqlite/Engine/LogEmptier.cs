namespace IntegrationHub.Storage.Sqlite.Engine;

/// <summary>Copies the write-ahead log into the file: beside the writer on a connection of its own, so that a commit waits for its own
/// bytes only; by the writer itself when the log grows nevertheless.</summary>
/// <remarks>What is in the log is safe, copied or not: a copy that fails fails no commit and is tried again after the next, as SQLite
/// itself does. SQLite starts the log anew when a write finds all of it copied and nobody reading it. Called by whoever
/// has the turn to write.</remarks>
/// <param name="beside">A connection for this alone, which goes with it.</param>
internal sealed class LogEmptier(Database beside) : IAsyncDisposable
{
    private const int PagesAtOnce = 2_000;
    private const int PagesMax = 8_000;

    private Task<bool>? _copying;
    private int _pagesBefore;
    private int _pagesSince;

    /// <summary>A write is about to begin: it starts the log anew when nothing was written since all of it was copied.</summary>
    /// <returns>A task.</returns>
    public async ValueTask BeforeWriteAsync()
    {
        if (_copying is { IsCompleted: true })
        {
            _pagesBefore = await _copying && _pagesSince == 0 ? 0 : _pagesBefore;
            _copying = null;
        }
    }

    /// <summary>A write is safe in the log.</summary>
    /// <param name="writer">Its connection.</param>
    /// <returns>A task.</returns>
    public async ValueTask AfterWriteAsync(Database writer)
    {
        _pagesSince += writer.TakePagesWritten();
        if (_pagesBefore + _pagesSince >= PagesMax)
        {
            await (_copying ?? Task.CompletedTask);
            (_pagesBefore, _pagesSince) = (writer.TryEmptyLog() ? 0 : _pagesBefore + _pagesSince, 0);
            _copying = null;
        }
        else if (_pagesSince >= PagesAtOnce && _copying is null)
        {
            (_pagesBefore, _pagesSince) = (_pagesBefore + _pagesSince, 0);
            _copying = Task.Run(beside.TryEmptyLog);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_copying ?? Task.CompletedTask);
        beside.Dispose();
    }
}
