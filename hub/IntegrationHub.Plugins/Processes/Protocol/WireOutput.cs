using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Processes.Protocol;

/// <summary>The child's side of the pipe to the hub. Thread-safe; a full pipe blocks the writer, which is what slows a fast connector.</summary>
internal sealed class WireOutput(Stream stream, int lineBytesMax)
{
    private const int FlushBytes = 32 * 1024;

    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushBytes);
    private readonly ArrayBufferWriter<byte> _line = new();
    private Utf8JsonWriter? _json;
    private bool _isTooLong;

    /// <summary>Writes a message; it goes out when enough has come together, with a checkpoint or a completion, which are worth nothing in a
    /// process that crashes or blocks next, or with <see cref="Flush"/>.</summary>
    public void Write(Message message)
    {
        lock (_gate)
        {
            if (TryWriteLine(message) is { } fault)
            {
                if (message is Checkpoint or StreamCompleted)
                {
                    throw ConnectorException.Defect($"A message of stream '{message.Stream}' cannot be sent. {fault}");
                }

                // Set aside like any other record that cannot be taken in: nothing is lost without a word.
                _ = TryWriteLine(new RejectedRecord(message.Stream, fault) { Key = _isTooLong ? KeyOf(message) : null });
            }

            Append();
            if (_buffer.WrittenCount >= FlushBytes || message is Checkpoint or StreamCompleted)
            {
                FlushBuffer();
            }
        }
    }

    /// <summary>Writes anything else, at once.</summary>
    public void Write(string name, JToken value)
    {
        lock (_gate)
        {
            _line.ResetWrittenCount();
            var text = new JObject { [name] = value }.ToString(Formatting.None);
            _ = Encoding.UTF8.GetBytes(text.AsSpan(), _line);
            Append();
            FlushBuffer();
        }
    }

    /// <summary>Sends what has come together.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            FlushBuffer();
        }
    }

    private string? TryWriteLine(Message message)
    {
        _line.ResetWrittenCount();
        _json ??= new Utf8JsonWriter(_line, Options);
        _json.Reset();
        try
        {
            MessageWriter.Write(_json, message);
            _json.Flush();
        }
        catch (ArgumentException)
        {
            _json = null;
            _isTooLong = false;
            return "A text of the record holds half a surrogate pair; expected well-formed Unicode.";
        }

        _isTooLong = _line.WrittenCount > lineBytesMax;
        return !_isTooLong
            ? null
            : $"The record is larger than {lineBytesMax} bytes, which is the most that goes from a connector's process to the hub.";
    }

    private static string? KeyOf(Message message) => message switch
    {
        PersonRecord person => person.Key,
        InteractionRecord interaction => interaction.Key,
        RejectedRecord rejected => rejected.Key,
        _ => null,
    };

    private void Append()
    {
        _buffer.Write(_line.WrittenSpan);
        _buffer.Write("\n"u8);
    }

    private void FlushBuffer()
    {
        if (_buffer.WrittenCount > 0)
        {
            stream.Write(_buffer.WrittenSpan);
            _buffer.ResetWrittenCount();
        }
    }
}
