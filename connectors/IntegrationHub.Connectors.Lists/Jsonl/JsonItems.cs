using System.Buffers;
using IntegrationHub.Connectors.Lists.Files;

namespace IntegrationHub.Connectors.Lists.Jsonl;

/// <summary>Cuts a JSON array into its items by brackets and quotation marks alone; at most one item is held. Between two items
/// nothing but the position matters, so that a reader can start there.</summary>
/// <param name="source">The text.</param>
/// <param name="isAtStart">Whether the array's opening bracket is still to come.</param>
internal sealed class JsonItems(Utf8Source source, bool isAtStart)
{
    private static readonly SearchValues<byte> Structural = SearchValues.Create("\"{}[],"u8);

    private bool _isAtStart = isAtStart;
    private bool _isBehind;
    private ReadOnlyMemory<byte> _beginning;
    private long _start;

    /// <summary>Reads on.</summary>
    /// <param name="item">The item's text; it holds until the next call.</param>
    internal JsonItemKind Read(out ReadOnlyMemory<byte> item)
    {
        item = default;
        if (_isBehind)
        {
            return JsonItemKind.End;
        }

        // The opening bracket, or the comma behind the item before.
        var next = PassBlanks();
        if (next == (_isAtStart ? '[' : ','))
        {
            source.Pass(1);
            next = PassBlanks();
        }

        _isAtStart = false;
        if (next is -1)
        {
            _isBehind = true;
            return JsonItemKind.CutOff;
        }

        return next == ']' ? ReadBehind(out item) : ReadItem(out item);
    }

    private JsonItemKind ReadBehind(out ReadOnlyMemory<byte> item)
    {
        _isBehind = true;
        source.Pass(1);
        var isOver = PassBlanks() == -1;
        item = isOver ? default : source.Ahead().ToArray();
        return isOver ? JsonItemKind.End : JsonItemKind.Trailing;
    }

    private JsonItemKind ReadItem(out ReadOnlyMemory<byte> item)
    {
        _start = source.Position;
        _beginning = default;
        source.Mark(_start);
        var isWhole = PassValue();
        _isBehind = !isWhole;
        item = _beginning.IsEmpty ? source.Since(_start) : _beginning;
        return !isWhole ? JsonItemKind.CutOff : _beginning.IsEmpty ? JsonItemKind.Item : JsonItemKind.TooLong;
    }

    private bool PassValue()
    {
        var depth = 0;
        for (var ahead = source.Ahead(); !ahead.IsEmpty; ahead = source.Ahead())
        {
            var at = ahead.IndexOfAny(Structural);
            var found = at < 0 ? (byte)0 : ahead[at];
            if (depth == 0 && found is (byte)',' or (byte)']')
            {
                source.Pass(at);
                return true;
            }

            Pass(at < 0 ? ahead.Length : at + 1);
            depth += found switch
            {
                (byte)'{' or (byte)'[' => 1,
                (byte)'}' or (byte)']' => -1,
                _ => 0,
            };
            if (found == '"' && !PassText())
            {
                return false;
            }

            if (depth <= 0 && found is (byte)'}' or (byte)']')
            {
                return true;
            }
        }

        return false;
    }

    private bool PassText()
    {
        for (var ahead = source.Ahead(); !ahead.IsEmpty; ahead = source.Ahead())
        {
            var at = ahead.IndexOfAny((byte)'"', (byte)'\\');
            Pass(at < 0 ? ahead.Length : at + 1);
            if (at >= 0 && ahead[at] == '"')
            {
                return true;
            }

            // Whatever is escaped is part of the text, a quotation mark too.
            if (at >= 0 && !source.Ahead().IsEmpty)
            {
                Pass(1);
            }
        }

        return false;
    }

    // What is too long is passed over without being held; its beginning is kept for a person to look at.
    private void Pass(int count)
    {
        source.Pass(count);
        if (!_beginning.IsEmpty)
        {
            source.Mark(source.Position);
        }
        else if (source.Position - _start > ListLimits.RecordBytesMax)
        {
            _beginning = source.Since(_start)[..ListLimits.RawBytesMax].ToArray();
        }
    }

    private int PassBlanks()
    {
        for (var ahead = source.Ahead(); !ahead.IsEmpty; ahead = source.Ahead())
        {
            var at = ahead.IndexOfAnyExcept(" \t\r\n"u8);
            source.Pass(at < 0 ? ahead.Length : at);
            source.Mark(source.Position);
            if (at >= 0)
            {
                return ahead[at];
            }
        }

        return -1;
    }
}
