using System.Text;
using System.Text.Json;
using IntegrationHub.Plugins.Processes;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>What is known while one run of a program is read: takes its lines, gives messages. Not thread-safe.</summary>
internal abstract class BridgeSession(
    string program, IReadOnlyList<StreamReading> streams, Checkpointer checkpointer, SafeText safe, ILogger logger)
{
    // Sources made with the Faros kit write such records while they have nothing to say.
    private const string Heartbeat = "__faros_heartbeat";

    private readonly List<Complaint> _complaints = [];
    private long _dropped;
    private long _noise;
    private int _logged;
    private bool _isFrozen;

    /// <summary>Gets the messages that the line before gave; the reader takes them and clears the list.</summary>
    internal List<Message> Outbox { get; } = [];

    /// <summary>Gets or sets the configuration that the program asked to keep, until the reader took it.</summary>
    internal string? NewConfig { get; set; }

    /// <summary>Gets what the run came to, once <see cref="End"/> was called; <see langword="null"/> when nothing is wrong.</summary>
    internal ConnectorException? Failure { get; private set; }

    protected IReadOnlyList<StreamReading> Streams { get; } = streams;

    /// <summary>Gets or sets a value indicating whether the program tells when a stream is complete; otherwise a good end does.</summary>
    protected bool HasStatuses { get; set; }

    protected Checkpointer Checkpointer { get; } = checkpointer;

    /// <summary>Takes one line.</summary>
    internal abstract void Take(ReadOnlyMemory<byte> line);

    /// <summary>Stops taking states: something was lost, and no checkpoint may stand behind it.</summary>
    internal void Freeze() => _isFrozen = true;

    /// <summary>Takes what became of the program and gives the last messages.</summary>
    /// <param name="exit">How it ended.</param>
    /// <param name="lastWords">The reason that its error output gives, or <see langword="null"/>.</param>
    /// <param name="lines">What became of its lines.</param>
    internal void End(ChildExit exit, string? lastWords, LineCounts lines)
    {
        Checkpointer.Flush(Outbox);
        if (lastWords is not null && _complaints.Count == 0 && !exit.IsSuccess)
        {
            _complaints.Add(new Complaint(FailureKind.Defect, safe.Of(lastWords), null));
        }

        var isGood = exit.IsSuccess && lines.Lost == 0 && !_isFrozen && !_complaints.Exists(c => c.Stream is null);
        var left = new List<string>();
        foreach (var stream in Streams)
        {
            var isComplete = lines.Lost == 0 && stream.Lost == 0 && stream.Status switch
            {
                StreamStatus.Complete => true,
                StreamStatus.Unknown when !HasStatuses => isGood && !_complaints.Exists(c => c.Stream == stream.Name),
                _ => false,
            };
            if (isComplete)
            {
                Outbox.Add(new StreamCompleted(stream.Name));
            }
            else
            {
                left.Add(stream.Name);
            }
        }

        Log.ProgramRead(logger, program, exit.Words, _dropped, _noise, lines.Lost + Streams.Sum(s => s.Lost));
        Failure = left.Count == 0 ? null : Failures.Of(program, left, _complaints, exit, lines.Lost + Streams.Sum(s => s.Lost));
    }

    protected void Complain(FailureKind kind, string text, string? stream, string? nextStep = null) =>
        _complaints.Add(new Complaint(kind, safe.Of(text), stream, nextStep));

    /// <summary>Takes a record of a stream that was asked for.</summary>
    protected void TakeRecord(StreamReading stream, ReadOnlyMemory<byte> data)
    {
        Checkpointer.CountRecord();
        try
        {
            using var json = JsonDocument.Parse(data);
            var message = stream.Mapper.Map(json.RootElement, out var problem);
            if (problem is not null && json.RootElement.TryGetProperty(Heartbeat, out _))
            {
                // No record: a sign of life.
                _noise++;
            }
            else if (problem is not null)
            {
                Reject(stream, $"The record cannot be used: {problem}.", data);
            }
            else if (message is not null)
            {
                Outbox.Add(message);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A string that is no Unicode text: half of a surrogate pair.
            Reject(stream, "A text in the record is not valid Unicode.", data);
        }
    }

    protected void CountDropped() => _dropped++;

    /// <summary>Takes a line that is no message. One that seems to hold a record is set aside, and its stream is not complete.</summary>
    protected void TakeUnreadable(ReadOnlyMemory<byte> line)
    {
        var text = line.Span;
        var isRecord = text.Contains((byte)'{') && (text.IndexOf("\"record\""u8) >= 0 || text.IndexOf("\"RECORD\""u8) >= 0);
        if (!isRecord)
        {
            _noise++;
            return;
        }

        var named = NameIn(line) is { } name ? Streams.FirstOrDefault(s => s.Name == name) : null;
        foreach (var stream in named is null ? Streams : [named])
        {
            stream.Lost++;
        }

        Reject(named ?? Streams[0], "The line seems to hold a record but is no message of the protocol.", line);
    }

    protected void TakeState(StateKind kind, ReadOnlyMemory<byte> raw, string? stream)
    {
        if (_isFrozen)
        {
            return;
        }

        if (KeptState.TextOf(raw) is not { } text)
        {
            Log.StateNotText(logger, program);
        }
        else if (stream is not null)
        {
            Checkpointer.Take(stream, text, Outbox);
        }
        else
        {
            Checkpointer.Take(kind, text, Outbox);
        }
    }

    /// <summary>Passes a program's warning or error on to the hub's log.</summary>
    protected void Quote(string level, string text)
    {
        if (_logged < BridgeLimits.LoggedLinesMax)
        {
            _logged++;
            Log.ProgramSaid(logger, program, level, safe.Of(text));
        }
    }

    private void Reject(StreamReading stream, string reason, ReadOnlyMemory<byte> raw) => Outbox.Add(
        new RejectedRecord(stream.Name, reason, Encoding.UTF8.GetString(raw.Span[..Math.Min(raw.Length, BridgeLimits.RawCharsMax)])));

    private static string? NameIn(ReadOnlyMemory<byte> line)
    {
        var at = line.Span.IndexOf("\"stream\""u8);
        if (at < 0)
        {
            return null;
        }

        var rest = line[(at + "\"stream\""u8.Length)..].TrimStart(" \t:"u8);
        var end = rest.Length > 1 ? rest.Span[1..].IndexOf((byte)'"') : -1;
        return end < 0 || rest.Span[0] != '"' ? null : Encoding.UTF8.GetString(rest.Span[1..(end + 1)]);
    }
}
