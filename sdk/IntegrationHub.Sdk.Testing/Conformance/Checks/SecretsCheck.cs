using System.Collections;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Conformance.Checks;

/// <summary>The world's secrets are canaries: they are looked for in all that a connector gives out, in good days and bad.</summary>
internal sealed class SecretsCheck()
    : SourceCheck("secrets", "No secret is in any message, state, log line, failure or address, in whatever encoding.")
{
    private static readonly WorldFault[] Faults =
    [
        WorldFault.ServerError, WorldFault.Unauthorized, WorldFault.TooManyRequests, WorldFault.Garbage, WorldFault.HtmlPage, WorldFault.Cut,
    ];

    internal override async Task<Verdict> RunAsync(SourceSubject subject, CancellationToken cancellationToken)
    {
        var names = subject.Description.Settings.Settings.Where(s => s.IsSecret && subject.Settings[s.Name] is not null).Select(s => s.Name).ToList();
        if (names.Count == 0)
        {
            return Verdict.NotApplicable("no secret is set");
        }

        var settings = subject.Settings;
        var wrong = subject.World.WrongValues(settings, subject.Description.Settings);
        var secrets = names.SelectMany(n => new[] { (string?)settings[n], (string?)wrong.GetValueOrDefault(n) }).OfType<string>();
        var spoken = new Spoken(subject, new SecretFinder(secrets));

        await spoken.HearAsync("with good settings", settings, cancellationToken).ConfigureAwait(false);
        foreach (var (name, value) in wrong)
        {
            await spoken.HearAsync($"with a wrong '{name}'", subject.With(name, value), cancellationToken).ConfigureAwait(false);
        }

        foreach (var fault in Faults.Where(f => subject.World.TryBreak(f, 0)))
        {
            await spoken.HearAsync($"while the source fails ({fault})", settings, cancellationToken).ConfigureAwait(false);
        }

        foreach (var address in subject.World.RequestAddresses)
        {
            spoken.Listen("the address of a request", address);
        }

        return Verdict.Passed($"{spoken.Count} texts looked through");
    }

    private sealed class Spoken(SourceSubject subject, SecretFinder finder)
    {
        internal int Count { get; private set; }

        internal async Task HearAsync(string when, JObject settings, CancellationToken cancellationToken)
        {
            var log = new EverythingLog();
            var context = subject.Context(logger: log);
            await TryAsync(when, async () =>
            {
                var result = await subject.CheckAsync(settings, context, cancellationToken).ConfigureAwait(false);
                Listen($"the check's result {when}", string.Join('\n', result.Warnings.Prepend(result.Message)));
            }).ConfigureAwait(false);

            var streams = new List<string> { subject.World.PeopleStream };
            await TryAsync(when, async () =>
            {
                var found = await subject.WithinAsync("discover", token => subject.CallDiscoverAsync(settings, context, token), cancellationToken)
                    .ConfigureAwait(false);
                streams = [.. found.Select(s => s.Name)];
                Listen($"the catalog {when}", string.Join('\n', found.Select(s => s.ToString())));
            }).ConfigureAwait(false);

            foreach (var stream in streams)
            {
                await TryAsync(when, async () =>
                {
                    await foreach (var message in subject.MessagesAsync(subject.Full(stream), settings, context, cancellationToken).ConfigureAwait(false))
                    {
                        Listen($"a {message.GetType().Name} of stream '{stream}' {when}", MessageText.Of(message) + "\n" + message);
                    }
                }).ConfigureAwait(false);
            }

            foreach (var text in log.Texts)
            {
                Listen($"the log {when}", text);
            }
        }

        internal void Listen(string where, string text)
        {
            Count++;
            if (finder.Find(text) is { } form)
            {
                throw Broken.Rule(
                    $"a secret {form} in {where}",
                    $"no secret anywhere",
                    "keep it in a Secret until the one place that sends it, in a header or body, and pass on no text of the source's answers or of other libraries.");
            }
        }

        private async Task TryAsync(string when, Func<Task> call)
        {
            try
            {
                await subject.WithinAsync("a call", async _ =>
                {
                    await call().ConfigureAwait(false);
                    return true;
                }, CancellationToken.None).ConfigureAwait(false);
            }
            catch (ConformanceException)
            {
                throw;
            }
#pragma warning disable CA1031 // What a connector throws is listened to like everything else it says; whether it may throw it, other checks say.
            catch (Exception e)
#pragma warning restore CA1031
            {
                for (var inner = e; inner is not null; inner = inner.InnerException)
                {
                    Listen($"a failure {when}", $"{inner}\n{(inner as ConnectorException)?.NextStep}");
                    Listen($"the data of a failure {when}", string.Join('\n', inner.Data.Cast<DictionaryEntry>().Select(d => $"{d.Key} {d.Value}")));
                }
            }
        }
    }
}
