using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Storage.Sqlite.Records;

/// <summary>Gathers contents and gives 128 bits of SHA-256 over them. Each part carries its length, so parts cannot run
/// into each other. Reused from row to row; not thread-safe.</summary>
internal sealed class ContentHash
{
    public const int Length = 16;

    private readonly byte[] _full = new byte[SHA256.HashSizeInBytes];
    private byte[] _bytes = new byte[4_096];
    private int _length;

    public ContentHash Start()
    {
        _length = 0;
        return this;
    }

    public ContentHash Add(long? value)
    {
        var span = Room(9);
        span[0] = value is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64LittleEndian(span[1..], value.GetValueOrDefault());
        _length += 9;
        return this;
    }

    public ContentHash Add(string? text)
    {
        if (text is null)
        {
            return Add((long?)null);
        }

        Add(Encoding.UTF8.GetByteCount(text));
        _length += Encoding.UTF8.GetBytes(text, Room(text.Length * 3));
        return this;
    }

    public ContentHash Add(ReadOnlySpan<byte> bytes)
    {
        Add(bytes.Length);
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
        return this;
    }

    /// <summary>Ends the gathering.</summary>
    /// <returns>The hash; valid until the next call.</returns>
    public ReadOnlySpan<byte> End()
    {
        SHA256.HashData(_bytes.AsSpan(0, _length), _full);
        return _full.AsSpan(0, Length);
    }

    private Span<byte> Room(int size)
    {
        if (_bytes.Length - _length < size)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + size));
        }

        return _bytes.AsSpan(_length);
    }
}
