namespace IntegrationHub.Connectors.Email.Mime;

/// <summary>Undoes content transfer encodings (RFC 2045 §6); broken input gives what can be read of it.</summary>
internal static class TransferDecoding
{
    internal static byte[] Decode(ReadOnlySpan<byte> content, string? encoding, int bytesMax) => encoding?.Trim().ToUpperInvariant() switch
    {
        "BASE64" => Base64(content, bytesMax),
        "QUOTED-PRINTABLE" => QuotedPrintable(content, bytesMax),
        _ => content[..Math.Min(content.Length, bytesMax)].ToArray(),
    };

    internal static byte[] QuotedPrintable(ReadOnlySpan<byte> content, int bytesMax)
    {
        var output = new byte[Math.Min(content.Length, bytesMax)];
        var length = 0;
        for (var i = 0; i < content.Length && length < output.Length; i++)
        {
            if (content[i] != (byte)'=')
            {
                output[length++] = content[i];
                continue;
            }

            var rest = content[(i + 1)..];
            if (rest.Length >= 2 && Hex(rest[0]) is var high and >= 0 && Hex(rest[1]) is var low and >= 0)
            {
                output[length++] = (byte)((high << 4) | low);
                i += 2;
                continue;
            }

            var blanks = rest.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r');
            if (blanks >= 0 && rest[blanks] == (byte)'\n')
            {
                i += blanks + 1; // Soft line break.
                continue;
            }

            if (blanks >= 0)
            {
                output[length++] = (byte)'='; // Not an encoding after all.
            }
        }

        return output[..length];
    }

    internal static byte[] Base64(ReadOnlySpan<byte> content, int bytesMax)
    {
        var output = new byte[Math.Min((content.Length / 4 * 3) + 3, bytesMax)];
        var length = 0;
        var bits = 0;
        var bitCount = 0;
        foreach (var b in content)
        {
            var value = Base64Value(b);
            if (value < 0)
            {
                continue; // Line breaks, padding and stray characters.
            }

            bits = (bits << 6) | value;
            bitCount += 6;
            if (bitCount >= 8)
            {
                if (length == output.Length)
                {
                    break;
                }

                bitCount -= 8;
                output[length++] = (byte)(bits >> bitCount);
                bits &= (1 << bitCount) - 1;
            }
        }

        return output[..length];
    }

    private static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };

    private static int Base64Value(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        (byte)'/' or (byte)'_' => 63,
        _ => -1,
    };
}
