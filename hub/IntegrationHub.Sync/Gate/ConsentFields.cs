using IntegrationHub.Core.Records;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Sync.Gate;

/// <summary>Turns <c>consent:channel/purpose</c> values of a person record into choices.</summary>
internal static class ConsentFields
{
    internal const int NameCharsMax = 64;

    internal static bool IsConsent(string field) => field.StartsWith(PersonFields.ConsentPrefix, StringComparison.Ordinal);

    /// <summary>Reads the choices of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="fields">Its values, cards masked.</param>
    /// <param name="receivedAt">Dates a choice when the record does not say when it changed.</param>
    /// <param name="consents">Takes the choices; not touched when there are none.</param>
    /// <returns>Why a value cannot be read; <see langword="null"/> when all can.</returns>
    internal static string? Read(PersonRecord record, FieldValue[] fields, DateTimeOffset receivedAt, ref List<Consent>? consents)
    {
        foreach (ref readonly var field in fields.AsSpan())
        {
            if (!IsConsent(field.Field))
            {
                continue;
            }

            var target = field.Field[PersonFields.ConsentPrefix.Length..];
            var slash = target.IndexOf('/', StringComparison.Ordinal);
            if (slash < 1 || slash == target.Length - 1 || slash > NameCharsMax || target.Length - slash > NameCharsMax)
            {
                return "A consent field names no channel and purpose; expected 'consent:<channel>/<purpose>', for example 'consent:email/marketing'.";
            }

            if (!ConsentWords.TryRead(field.Value, out var status))
            {
                return $"Field 'consent:{target}' holds a word that is no known choice; expected yes, no, opted out, unknown or the like.";
            }

            if (status is not null)
            {
                consents ??= [];
                var (channel, purpose) = (Fold(target.AsSpan(0, slash)), Fold(target.AsSpan(slash + 1)));
                var givenAt = record.UpdatedAt ?? receivedAt;
                consents.Add(new Consent(record.Stream, record.Key, channel, purpose, status.Value, givenAt, Proof: null) { IsStated = true });
            }
        }

        return null;
    }

    /// <summary>Channels and purposes are compared in small letters.</summary>
    internal static string Fold(ReadOnlySpan<char> name) => name.Trim().ToString().ToLowerInvariant();
}
