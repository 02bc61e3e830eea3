using System.Buffers;
using System.Text;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog;

/// <summary>Undoes how web servers write bytes that would break a line: nginx <c>\x22</c>, Apache <c>\"</c>, <c>\n</c> and <c>\xhh</c> too.</summary>
internal static class LogEscapes
{
    internal static string Undo(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(text);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(text.Length);
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                buffer[length++] = text[i];
            }
            else if (text[i + 1] == 'x' && i + 3 < text.Length && Digit(text[i + 2]) is var high and >= 0 && Digit(text[i + 3]) is var low and >= 0)
            {
                buffer[length++] = (byte)((high << 4) | low);
                i += 3;
            }
            else
            {
                buffer[length++] = Plain(text[++i]);
            }
        }

        var undone = Encoding.UTF8.GetString(buffer, 0, length);
        ArrayPool<byte>.Shared.Return(buffer);
        return undone;
    }

    private static byte Plain(byte escaped) => escaped switch
    {
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        (byte)'v' => (byte)'\v',
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        _ => escaped,
    };

    private static int Digit(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => value - '0',
        >= (byte)'a' and <= (byte)'f' => value - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => value - 'A' + 10,
        _ => -1,
    };
}
