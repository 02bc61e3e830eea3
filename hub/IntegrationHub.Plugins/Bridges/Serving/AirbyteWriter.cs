using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Plugins.Bridges.Records;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Plugins.Bridges.Serving;

/// <summary>Writes messages of the Airbyte protocol: one per line, UTF-8 without a byte order mark, each line whole. Thread-safe,
/// since connectors log from any thread.</summary>
internal sealed class AirbyteWriter(Stream output, TimeProvider clock) : IDisposable
{
    private const int FlushBytes = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushBytes);
    private readonly Utf8JsonWriter _json = new(
        Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    internal void Record(string stream, Message message)
    {
        lock (_gate)
        {
            Begin("RECORD", "record");
            _json.WriteString("stream", stream);
            _json.WriteNumber("emitted_at", Now());
            _json.WritePropertyName("data");
            HubRecord.Write(_json, message, clock.GetUtcNow());
            End(isUrgent: false);
        }
    }

    internal void State(string stream, string state, long records, long rejected) => Write("STATE", "state", json =>
    {
        json.WriteString("type", "STREAM");
        json.WriteStartObject("stream");
        WriteDescriptor(json, stream);
        json.WritePropertyName("stream_state");
        json.WriteRawValue(state);
        json.WriteEndObject();
        json.WriteStartObject("sourceStats");

        // The protocol counts in fractions.
        json.WritePropertyName("recordCount");
        json.WriteRawValue($"{records}.0");
        if (rejected > 0)
        {
            json.WritePropertyName("rejectedRecordCount");
            json.WriteRawValue($"{rejected}.0");
        }

        json.WriteEndObject();
    });

    internal void Status(string stream, string status) => Trace("STREAM_STATUS", json =>
    {
        json.WriteStartObject("stream_status");
        WriteDescriptor(json, stream);
        json.WriteString("status", status);
        json.WriteEndObject();
    });

    internal void Error(string message, FailureKind kind) => Trace("ERROR", json =>
    {
        json.WriteStartObject("error");
        json.WriteString("message", message);
        json.WriteString("failure_type", kind switch
        {
            FailureKind.Configuration => "config_error",
            FailureKind.Transient => "transient_error",
            _ => "system_error",
        });
        json.WriteEndObject();
    });

    internal void Log(string level, string message) => Write("LOG", "log", json =>
    {
        json.WriteString("level", level);
        json.WriteString("message", message);
    });

    internal void ConnectionStatus(bool isGood, string message) => Write("CONNECTION_STATUS", "connectionStatus", json =>
    {
        json.WriteString("status", isGood ? "SUCCEEDED" : "FAILED");
        json.WriteString("message", message);
    });

    internal void Control(string config) => Write("CONTROL", "control", json =>
    {
        json.WriteString("type", "CONNECTOR_CONFIG");
        json.WriteNumber("emitted_at", Now());
        json.WriteStartObject("connectorConfig");
        json.WritePropertyName("config");
        json.WriteRawValue(config);
        json.WriteEndObject();
    });

    /// <summary>Writes a message whose body the caller fills.</summary>
    internal void Write(string type, string body, Action<Utf8JsonWriter> fill)
    {
        lock (_gate)
        {
            Begin(type, body);
            fill(_json);
            End(isUrgent: true);
        }
    }

    public void Dispose()
    {
        Flush();
        _json.Dispose();
    }

    internal void Flush()
    {
        lock (_gate)
        {
            output.Write(_buffer.WrittenSpan);
            output.Flush();
            _buffer.ResetWrittenCount();
        }
    }

    private static void WriteDescriptor(Utf8JsonWriter json, string stream)
    {
        json.WriteStartObject("stream_descriptor");
        json.WriteString("name", stream);
        json.WriteEndObject();
    }

    private void Trace(string type, Action<Utf8JsonWriter> fill) => Write("TRACE", "trace", json =>
    {
        json.WriteString("type", type);
        json.WriteNumber("emitted_at", Now());
        fill(json);
    });

    private void Begin(string type, string body)
    {
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteString("type", type);
        _json.WriteStartObject(body);
    }

    private void End(bool isUrgent)
    {
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
        if (isUrgent || _buffer.WrittenCount >= FlushBytes)
        {
            Flush();
        }
    }

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
