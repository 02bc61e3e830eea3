using System.Security.Cryptography;
using IntegrationHub.Connectors.Email.Mailboxes;

namespace IntegrationHub.Connectors.Email.Reading;

/// <summary>Tells whether an mbox file was only appended to, or rewritten.</summary>
internal static class MboxFingerprint
{
    private const int SampleBytes = 1024;

    /// <summary>Hashes the file's first bytes and the bytes before a position.</summary>
    internal static string Compute(MailPlace place, long position)
    {
        using var handle = Open(place);
        return Compute(handle, position);
    }

    /// <summary>Says whether reading may go on from a position: a mail starts there and what lies before is unchanged.</summary>
    internal static bool StillFits(MailPlace place, MboxPosition position)
    {
        using var handle = Open(place);
        Span<byte> start = stackalloc byte[5];
        return position.LastStart > 0
            && RandomAccess.GetLength(handle) >= Math.Max(position.LastStart, position.Size)
            && RandomAccess.Read(handle, start, position.LastStart) == 5
            && start.SequenceEqual("From "u8)
            && Compute(handle, position.LastStart) == position.Fingerprint;
    }

    private static Microsoft.Win32.SafeHandles.SafeFileHandle Open(MailPlace place) =>
        File.OpenHandle(place.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static string Compute(Microsoft.Win32.SafeHandles.SafeFileHandle handle, long position)
    {
        var length = (int)Math.Min(SampleBytes, position);
        var sample = new byte[length * 2];
        var first = RandomAccess.Read(handle, sample.AsSpan(0, length), 0);
        var last = RandomAccess.Read(handle, sample.AsSpan(length), position - length);
        return Convert.ToHexStringLower(SHA256.HashData(sample.AsSpan(0, Math.Min(sample.Length, first + last))).AsSpan(0, 8));
    }
}
