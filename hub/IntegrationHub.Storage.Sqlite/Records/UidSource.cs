using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IntegrationHub.Storage.Sqlite.Records;

/// <summary>Gives UUIDv7 (RFC 9562) of one moment, as <see cref="Guid.CreateVersion7(DateTimeOffset)"/> does, but asks the system for
/// chance once for many. Not thread-safe.</summary>
internal sealed class UidSource(DateTimeOffset now)
{
    private const int UidBytes = 16;
    private const int UidsAtOnce = 256;

    private readonly byte[] _random = new byte[UidBytes * UidsAtOnce];
    private int _next = UidBytes * UidsAtOnce;

    /// <summary>Makes the next id.</summary>
    /// <returns>The id.</returns>
    public Guid Next()
    {
        if (_next == _random.Length)
        {
            RandomNumberGenerator.Fill(_random);
            _next = 0;
        }

        var bytes = _random.AsSpan(_next, UidBytes);
        _next += UidBytes;

        // 48 bits of time, then the version in place of four random bits, later the variant in place of two.
        var chance = BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)now.ToUnixTimeMilliseconds() << 16) | 0x7000u | (chance & 0x0FFFu));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
