using System.Text;

namespace IntegrationHub.Plugins.Processes;

/// <summary>Reads a standard error stream to its end, however much comes, and keeps the end of it. Thread-safe.</summary>
/// <remarks>What is in it was written by the program: it may hold secrets and customers' values. It is for recognising why a program
/// ended, never for a log or a message.</remarks>
internal sealed class ErrorTail(int bytesMax)
{
    private readonly Lock _gate = new();
    private readonly byte[] _ring = new byte[bytesMax];
    private long _total;

    /// <summary>Gets how many bytes came in all.</summary>
    public long Total
    {
        get
        {
            lock (_gate)
            {
                return _total;
            }
        }
    }

    /// <summary>Gives what is kept, as text.</summary>
    public override string ToString()
    {
        lock (_gate)
        {
            var at = (int)(_total % _ring.Length);
            return _total <= _ring.Length
                ? Encoding.UTF8.GetString(_ring, 0, (int)_total)
                : Encoding.UTF8.GetString([.. _ring.AsSpan(at), .. _ring.AsSpan(0, at)]);
        }
    }

    /// <summary>Reads the stream until it ends.</summary>
    public async Task DrainAsync(Stream stream)
    {
        var buffer = new byte[32 * 1024];
        try
        {
            int count;
            while ((count = await stream.ReadAsync(buffer)) > 0)
            {
                Add(buffer.AsSpan(0, count));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Closed under the reading: the program is being disposed of, and what came is kept.
        }
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (bytes.Length > _ring.Length)
            {
                _total += bytes.Length - _ring.Length;
                bytes = bytes[^_ring.Length..];
            }

            var at = (int)(_total % _ring.Length);
            var first = Math.Min(bytes.Length, _ring.Length - at);
            bytes[..first].CopyTo(_ring.AsSpan(at));
            bytes[first..].CopyTo(_ring);
            _total += bytes.Length;
        }
    }
}
