using System.Text;

namespace IntegrationHub.Sync.Admin;

/// <summary>Hands on what is written line by line, the rest at a flush. Thread-safe.</summary>
internal sealed class RelayWriter(Action<string> send) : TextWriter
{
    private readonly StringBuilder _text = new();
    private readonly Lock _lock = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_lock)
        {
            _text.Append(value);
            if (value == '\n')
            {
                Send();
            }
        }
    }

    public override void Write(string? value)
    {
        lock (_lock)
        {
            _text.Append(value);
            if (value?.Contains('\n', StringComparison.Ordinal) == true)
            {
                Send();
            }
        }
    }

    public override void Flush()
    {
        lock (_lock)
        {
            Send();
        }
    }

    private void Send()
    {
        if (_text.Length > 0)
        {
            send(_text.ToString());
            _text.Clear();
        }
    }
}
