using System.Runtime.InteropServices;

namespace IntegrationHub.Identity.Standardising;

/// <summary>Walks over the words of folded text; a comma is a word of its own.</summary>
/// <param name="text">Folded text.</param>
[StructLayout(LayoutKind.Auto)]
internal ref struct WordSplitter(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _next;

    public Range Current { get; private set; }

    public readonly WordSplitter GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next < _text.Length && _text[_next] == ' ')
        {
            _next++;
        }

        if (_next >= _text.Length)
        {
            return false;
        }

        var start = _next++;
        if (_text[start] != ',')
        {
            while (_next < _text.Length && _text[_next] is not (' ' or ','))
            {
                _next++;
            }
        }

        Current = start.._next;
        return true;
    }
}
