using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.Mailchimp;

/// <summary>Reads members of audiences, their consents, and what they did with campaigns out of Mailchimp.</summary>
[Connector("email-mailchimp", Title = "Mailchimp", Summary = "Members, consents and campaign activity of a Mailchimp account.")]
public sealed class MailchimpConnector : SourceConnector<MailchimpSettings>
{
    /// <summary>As many places as a state of 64 KiB holds.</summary>
    private const int AudiencesMax = 1000;

    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(
        MailchimpSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        using var api = new MailchimpApi(settings, context);
        MergeFieldMeanings.Read(settings);
        var audiences = await AudiencesAsync(api, settings, cancellationToken).ConfigureAwait(false);
        await api.MergeFieldsAsync(audiences[0].Id, cancellationToken).ConfigureAwait(false);
        await foreach (var _ in api.CampaignsAsync(context.Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false))
        {
            break;
        }

        var names = string.Join(", ", audiences.Select(a => a.Name).Take(5));
        return new CheckResult(string.Create(
            CultureInfo.InvariantCulture,
            $"Connected; {audiences.Count} audience(s) with {audiences.Sum(a => a.Members)} members can be read: {names}{(audiences.Count > 5 ? ", ..." : string.Empty)}."));
    }

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        MailchimpSettings settings, ConnectorContext context, CancellationToken cancellationToken) =>
        Task.FromResult(MailchimpStreams.All);

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        MailchimpSettings settings, ReadRequest request, ConnectorContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var api = new MailchimpApi(settings, context);
        var audiences = await AudiencesAsync(api, settings, cancellationToken).ConfigureAwait(false);
        foreach (var stream in request.Streams)
        {
            var messages = stream.Stream switch
            {
                MemberMapping.Stream => new PeopleReader(api, settings).ReadAsync(stream, audiences, cancellationToken),
                MailchimpStreams.Campaigns => new CampaignReader(api, settings).ReadAsync(stream, audiences, request.StartedAt, cancellationToken),
                _ => throw ConnectorException.Defect(
                    $"There is no stream '{stream.Stream}'; expected {MemberMapping.Stream} or {MailchimpStreams.Campaigns}."),
            };
            await foreach (var message in messages.ConfigureAwait(false))
            {
                yield return message;
            }
        }
    }

    private static async Task<IReadOnlyList<Audience>> AudiencesAsync(
        MailchimpApi api, MailchimpSettings settings, CancellationToken cancellationToken)
    {
        var known = await api.AudiencesAsync(cancellationToken).ConfigureAwait(false);
        var names = string.Join(", ", known.Take(20).Select(a => $"{a.Id} ({a.Name})"));
        if (settings.Audiences.FirstOrDefault(wanted => !known.Any(a => IsNamed(a, wanted))) is { } missing)
        {
            throw ConnectorException.Configuration("audiences", $"Mailchimp has no audience '{missing}'.", $"Known audiences: {names}.");
        }

        var chosen = settings.Audiences.Count == 0 ? known : [.. known.Where(a => settings.Audiences.Any(wanted => IsNamed(a, wanted)))];
        return chosen.Count switch
        {
            // Reading none would make everybody gone.
            0 => throw ConnectorException.Configuration("apiKey", "The Mailchimp account has no audience; expected at least one.", "Use the key of the account that has the audiences."),
            > AudiencesMax => throw ConnectorException.Configuration(
                "audiences", $"{chosen.Count} audiences are more than the {AudiencesMax} that one source reads.", "Name the audiences, and make several sources."),
            _ => chosen,
        };
    }

    private static bool IsNamed(Audience audience, string wanted) =>
        string.Equals(audience.Id, wanted, StringComparison.Ordinal) || string.Equals(audience.Name, wanted, StringComparison.OrdinalIgnoreCase);
}
