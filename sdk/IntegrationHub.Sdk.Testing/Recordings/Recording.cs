using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Recordings;

/// <summary>Exchanges with a vendor, scrubbed, in the order in which the answers came; the file format is described in
/// <c>sdk/docs/recording.md</c>. Thread-safe.</summary>
/// <param name="recordedAt">When it was made; replay with a clock that stands there.</param>
public sealed class Recording(DateTimeOffset recordedAt)
{
    private const int Version = 1;
    private const int ExchangesMax = 100_000;

    private readonly Lock _gate = new();
    private readonly List<Exchange> _exchanges = [];

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset RecordedAt { get; } = recordedAt.ToUniversalTime();

    /// <summary>Gets the exchanges so far.</summary>
    public IReadOnlyList<Exchange> Exchanges
    {
        get
        {
            lock (_gate)
            {
                return _exchanges.ToArray();
            }
        }
    }

    /// <summary>Reads a recording.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The recording.</returns>
    /// <exception cref="FormatException">The file is not a recording; the message names the line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<Recording> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        var lines = await File.ReadAllLinesAsync(path, cancellationToken).ConfigureAwait(false);
        Recording? recording = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
            {
                continue;
            }

            try
            {
                var line = JsonText.Parse(lines[i]) as JObject ?? throw new FormatException("not a JSON object");
                if (recording is null)
                {
                    recording = new Recording(HeadOf(line));
                }
                else
                {
                    recording.Add(Exchange.Read(line));
                }
            }
            catch (Exception e) when (e is FormatException or JsonException or ArgumentException)
            {
                throw new FormatException(
                    string.Create(CultureInfo.InvariantCulture, $"'{path}' is not a recording: line {i + 1}: {e.Message}. Record it again."), e);
            }
        }

        return recording ?? throw new FormatException($"'{path}' is not a recording: it is empty. Record it again.");
    }

    /// <summary>Writes the recording, in place of what was there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        var text = new StringBuilder();
        var head = new JObject { ["recording"] = Version, ["recordedAt"] = RecordedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) };
        text.Append(head.ToString(Formatting.None)).Append('\n');
        foreach (var exchange in Exchanges)
        {
            text.Append(exchange.Write().ToString(Formatting.None)).Append('\n');
        }

        return File.WriteAllTextAsync(path, text.ToString(), cancellationToken);
    }

    /// <summary>Adds an exchange.</summary>
    /// <param name="exchange">The exchange, already scrubbed.</param>
    /// <exception cref="InvalidOperationException">There are 100,000 already.</exception>
    public void Add(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);

        lock (_gate)
        {
            if (_exchanges.Count >= ExchangesMax)
            {
                throw new InvalidOperationException($"A recording holds at most {ExchangesMax} exchanges; record a smaller read.");
            }

            _exchanges.Add(exchange);
        }
    }

    private static DateTimeOffset HeadOf(JObject line) =>
        line["recording"] is JValue { Value: long version }
            ? version == Version
                ? DateTimeOffset.Parse((string?)line["recordedAt"] ?? string.Empty, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                : throw new FormatException($"version {version}, expected {Version}")
            : throw new FormatException("no head such as {\"recording\":1,\"recordedAt\":\"2026-03-01T09:30:00Z\"}");
}
