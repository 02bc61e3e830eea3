using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Mapping;

/// <summary>Makes a key from a record's values, for lists that give none: the same values, the same key.</summary>
internal sealed class ContentKey
{
    private const int KeyBytes = 16;
    private byte[] _bytes = new byte[4096];

    /// <summary>Makes the key.</summary>
    /// <param name="values">The values in the plan's order.</param>
    /// <returns><c>row-</c> and the first half of a SHA-256 in hexadecimal digits.</returns>
    internal string Of(List<FieldValue> values)
    {
        var length = 0;
        foreach (var value in values)
        {
            Append(value.Field, ref length);
            Append(value.Value, ref length);
            _bytes[length - 1] = (byte)value.Group;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.AsSpan(0, length), hash);
        return "row-" + Convert.ToHexStringLower(hash[..KeyBytes]);
    }

    // The length goes before the text, so that no two lists of values look alike.
    private void Append(string text, ref int length)
    {
        var needed = length + sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length) + 1;
        if (_bytes.Length < needed)
        {
            Array.Resize(ref _bytes, Math.Max(needed, _bytes.Length * 2));
        }

        var count = Encoding.UTF8.GetBytes(text, _bytes.AsSpan(length + sizeof(int)));
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(length), count);
        length += sizeof(int) + count + 1;
        _bytes[length - 1] = 0;
    }
}
