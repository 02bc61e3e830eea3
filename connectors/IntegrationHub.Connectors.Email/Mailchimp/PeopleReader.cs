using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Reads the stream <c>people</c>: the members of each audience, the oldest change first.</summary>
internal sealed class PeopleReader(MailchimpApi api, MailchimpSettings settings)
{
    internal async IAsyncEnumerable<Message> ReadAsync(
        StreamRequest request, IReadOnlyList<Audience> audiences, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = new PeopleProgress(request);
        var meanings = MergeFieldMeanings.Read(settings);
        var isIncremental = request.Since is not null;
        foreach (var audience in audiences.Where(a => !progress.IsDone(a.Id)))
        {
            var json = await api.MergeFieldsAsync(audience.Id, cancellationToken).ConfigureAwait(false);
            var fields = json.Select(f => MergeField.Read(f, meanings)).OfType<MergeField>().OrderBy(f => f.Tag, StringComparer.Ordinal).ToList();
            var mapping = new MemberMapping(audience, fields, settings.KeepArchived, isIncremental);

            // Mailchimp lists the archived ones only when asked for them.
            foreach (var archived in isIncremental || settings.KeepArchived ? [false, true] : (bool[])[false])
            {
                if (progress.IsDone(audience.Id, archived))
                {
                    continue;
                }

                await foreach (var message in MembersAsync(audience, archived, mapping, progress, cancellationToken).ConfigureAwait(false))
                {
                    yield return message;
                }
            }

            progress.Finish(audience.Id);
        }

        yield return new Checkpoint(request.Stream, progress.Finished(audiences), progress.Newest);
        yield return new StreamCompleted(request.Stream);
    }

    private async IAsyncEnumerable<Message> MembersAsync(
        Audience audience, bool archived, MemberMapping mapping, PeopleProgress progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var recent = new RecentKeys(2 * settings.PageSize);
        var start = progress.Enter(audience.Id, archived);
        await foreach (var (members, next) in api.MembersAsync(audience.Id, archived, start, cancellationToken).ConfigureAwait(false))
        {
            foreach (var member in members)
            {
                progress.See(member);

                // One that changed meanwhile comes again, and is another.
                var version = MailchimpJson.Text(member, "id") is { } id ? $"{id} {MailchimpJson.Text(member, "last_changed")}" : null;
                foreach (var message in version is null || recent.IsNew(version) ? mapping.Map(member) : [])
                {
                    yield return message;
                }
            }

            if (next is { } mark)
            {
                yield return new Checkpoint(MemberMapping.Stream, progress.At(mark));
            }
        }
    }
}
