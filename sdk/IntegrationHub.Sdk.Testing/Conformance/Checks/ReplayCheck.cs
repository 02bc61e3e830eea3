using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>States lie in a database as text until they are needed, perhaps more than once.</summary>
internal sealed class ReplayCheck() : SourceCheck("replay", "Every checkpoint's state survives as text, stays as it was, and can be read on from again and again.")
{
    private const int StateLengthMax = 64 * 1024;
    private const int PlacesMax = 8;

    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var plain = await subject.PlainReadAsync(cancellationToken).ConfigureAwait(false);
        var replayed = 0;
        foreach (var stream in plain.Streams)
        {
            var states = await StatesAsync(subject, stream.Name, cancellationToken).ConfigureAwait(false);
            var step = Math.Max(1, (states.Count + PlacesMax - 1) / PlacesMax);
            for (var i = 0; i < states.Count; i += step)
            {
                await ReplayAsync(subject, stream.Name, states[i], cancellationToken).ConfigureAwait(false);
                replayed++;
            }
        }

        return replayed > 0 ? Verdict.Passed($"{replayed} checkpoints") : Verdict.NotApplicable("the connector yields no checkpoint");
    }

    private static async Task<List<string>> StatesAsync(SourceSubject subject, string stream, CancellationToken cancellationToken)
    {
        var kept = new List<(Checkpoint Checkpoint, string Text)>();
        await subject.WithinAsync(
            "read",
            async token =>
            {
                await foreach (var message in subject.MessagesAsync(subject.Full(stream), subject.Settings, subject.Context(), token).ConfigureAwait(false))
                {
                    if (message is Checkpoint checkpoint)
                    {
                        kept.Add((checkpoint, checkpoint.State.ToString(Formatting.None)));
                    }
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);

        foreach (var (checkpoint, text) in kept)
        {
            if (text.Length > StateLengthMax)
            {
                throw Broken.Rule(
                    $"a state of {text.Length} characters in stream '{stream}'", $"at most {StateLengthMax}", "keep positions in the state, not records.");
            }

            if (checkpoint.State.ToString(Formatting.None) != text)
            {
                throw Broken.Rule(
                    $"a state of stream '{stream}' that changed after it was yielded",
                    $"a state that stays",
                    "make a new JSON object for each Checkpoint.");
            }
        }

        return kept.ConvertAll(k => k.Text);
    }

    private static async Task ReplayAsync(SourceSubject subject, string stream, string state, CancellationToken cancellationToken)
    {
        var request = new ReadRequest([new StreamRequest(stream, SyncMode.Full) { State = Parse(state) }], subject.World.Now);
        var again = new ReadRequest([new StreamRequest(stream, SyncMode.Full) { State = Parse(state) }], subject.World.Now);
        MessageCollector first;
        MessageCollector second;
        try
        {
            first = await subject.ReadAsync(request, cancellationToken).ConfigureAwait(false);
            second = await subject.ReadAsync(again, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The boundary to the connector: its failure is the finding.
        catch (Exception e) when (e is not ConformanceException && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw Broken.Rule(
                $"reading on in stream '{stream}' from a state that was stored as text: {SourceSubject.Describe(e)}",
                $"the rest of the records",
                "take states apart as plain JSON: times come back as text, and members of other types not at all.");
        }

        if (first.Resume(request) is not null || PlainRead.DifferenceOfSets(PlainRead.TextsOf(first), PlainRead.TextsOf(second)) is not null)
        {
            throw Broken.Rule(
                $"reading on twice in stream '{stream}' from one state gave different messages or did not complete",
                $"the same rest both times",
                "leave StreamRequest.State unchanged and start from it alone.");
        }
    }

    internal static JToken Parse(string state) => JsonConvert.DeserializeObject<JToken>(
        state, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal }) ?? JValue.CreateNull();
}
