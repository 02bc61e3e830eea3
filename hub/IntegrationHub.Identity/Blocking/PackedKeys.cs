using System.Buffers.Binary;

namespace IntegrationHub.Identity.Blocking;

/// <summary>Writes hashes into a model file: ascending, eight bytes each with the low byte first, as base64.</summary>
internal static class PackedKeys
{
    public static string Write(IEnumerable<ulong> keys)
    {
        var sorted = keys.Distinct().Order().ToArray();
        var bytes = new byte[sorted.Length * sizeof(ulong)];
        for (var i = 0; i < sorted.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)), sorted[i]);
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="text">The base64.</param>
    /// <param name="part">The part of the model, for the message.</param>
    /// <exception cref="FormatException">It is something else.</exception>
    public static KeySet Read(string text, string part)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || length % sizeof(ulong) != 0)
        {
            throw new FormatException($"The model's {part} is not valid. Expected what training wrote, or leave it out.");
        }

        var keys = new KeySet();
        for (var i = 0; i < length; i += sizeof(ulong))
        {
            keys.Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(i)));
        }

        return keys;
    }
}
