using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Email.Mailboxes;
using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Reading;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email;

/// <summary>Reads mailboxes on disk: mbox files, Maildir folders and folders of <c>.eml</c> files.</summary>
/// <remarks>
/// Stream <c>people</c>: who wrote to the business or got mail from it; always a full pass, because one person emerges
/// from many mails and a record replaces the one before it. Stream <c>mails</c>: one interaction per mail and
/// counterpart, incremental. No body is ever passed on. See README.md beside the code for rules and limits.
/// </remarks>
[Connector("email-mailbox", Title = "Mailbox files", Summary = "Reads mbox files, Maildir folders and folders of .eml files.")]
public sealed class MailboxConnector : SourceConnector<MailboxSettings>
{
    /// <summary>Addresses kept in memory during one pass.</summary>
    internal const int PeopleMax = 500_000;

    private const int MailsPerCheckpoint = 1_000;
    private const int PeoplePerCheckpoint = 5_000;

    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(
        MailboxSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(context);

        var finder = MailPlaceFinder.Find(FullPath(settings, context));
        var sample = await MailboxSample.TakeAsync(finder.Places, context.Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        if (sample.Mails == 0)
        {
            throw ConnectorException.Configuration(
                "path", "No mail was found there.", "Give the path of an mbox file, a Maildir or a folder of .eml files.");
        }

        var own = new OwnAddresses(settings.OwnAddresses.Count > 0 ? settings.OwnAddresses : sample.OwnAddresses);
        var counts = new SampleCounts(own, MailEvidence.AdmissionOf(settings.SpamFilter, settings.OnlyAnswered), settings.SpamFilter);
        await MailboxSample.CountAsync(finder.Places, context.Clock.GetUtcNow(), counts, cancellationToken).ConfigureAwait(false);
        var message = $"{Kinds(finder.Places)}; of the first {counts}.";
        return new CheckResult(message, MailboxWarnings.Of(settings, finder, sample));
    }

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        MailboxSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);

        return Task.FromResult(MailStreams.Describe(CursorKind.None, settings.PassOnDeletions));
    }

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        MailboxSettings settings,
        ReadRequest request,
        ConnectorContext context,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);

        var mails = request.For(MailStreams.Mails);
        var people = request.For(MailStreams.People) is null ? null : new PeopleCollector(PeopleMax, MailEvidence.AdmissionOf(settings.SpamFilter, settings.OnlyAnswered));
        var places = MailPlaceFinder.Find(FullPath(settings, context)).Places;
        var own = await OwnAddressesAsync(settings, places, request, context, cancellationToken).ConfigureAwait(false);
        var state = MailState.Parse(mails?.State, places);
        var pass = new MailPass(places, state, readsOld: people is not null, request.StartedAt);
        var replies = mails is null ? null : new MailboxReplies(places, own, request.StartedAt);
        var sorter = new MailSorter(own, people, replies, settings.Region, settings.SpamFilter, request.StartedAt);
        var messages = new List<Message>();
        var sinceCheckpoint = 0;
        await foreach (var (raw, isNew) in pass.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            messages.Clear();
            if (isNew && replies is not null)
            {
                await replies.PrepareAsync(raw, cancellationToken).ConfigureAwait(false);
            }

            sorter.Sort(raw, isNew, messages);
            foreach (var message in messages)
            {
                yield return message;
            }

            sinceCheckpoint += isNew ? 1 : 0;
            if (mails is not null && sinceCheckpoint >= MailsPerCheckpoint)
            {
                sinceCheckpoint = 0;
                yield return new Checkpoint(MailStreams.Mails, pass.SealedState());
            }
        }

        if (mails is not null)
        {
            yield return new Checkpoint(MailStreams.Mails, pass.SealedState());
        }

        foreach (var message in PeopleMessages(people, sorter.Counts))
        {
            yield return message;
        }

        if (mails is not null)
        {
            yield return new StreamCompleted(MailStreams.Mails); // Last, so that a resumed run reports broken mails under the same stream.
        }

        var counts = sorter.Counts;
        Log.PassDone(context.Logger, counts.Mails, places.Count, counts.Bulk, counts.Spam, counts.Rejected, counts.People, counts.HeldBack, counts.UnreadFeet);
    }

    /// <summary>The state of <c>people</c> is empty: a pass that dies starts again, since nobody is known before its end.</summary>
    private static IEnumerable<Message> PeopleMessages(PeopleCollector? people, PassCounts counts)
    {
        if (people is null)
        {
            yield break;
        }

        var sinceCheckpoint = 0;
        foreach (var record in people.Records(MailStreams.People))
        {
            counts.People++;
            yield return record;
            if (++sinceCheckpoint >= PeoplePerCheckpoint)
            {
                sinceCheckpoint = 0;
                yield return new Checkpoint(MailStreams.People, new JObject());
            }
        }

        counts.HeldBack = people.Keys(string.Empty).Count(key => !people.IsAdmitted(key));
        if (people.Rejection(MailStreams.People) is { } rejection)
        {
            yield return rejection;
        }

        yield return new Checkpoint(MailStreams.People, new JObject());
        yield return new StreamCompleted(MailStreams.People);
    }

    private static async Task<OwnAddresses> OwnAddressesAsync(
        MailboxSettings settings, IReadOnlyList<MailPlace> places, ReadRequest request, ConnectorContext context, CancellationToken cancellationToken)
    {
        if (settings.OwnAddresses.Count > 0)
        {
            return new OwnAddresses(settings.OwnAddresses);
        }

        var sample = await MailboxSample.TakeAsync(places, request.StartedAt, cancellationToken).ConfigureAwait(false);
        Log.OwnAddressesGuessed(context.Logger, sample.OwnAddresses.Count, sample.Mails);
        return new OwnAddresses(sample.OwnAddresses);
    }

    private static string FullPath(MailboxSettings settings, ConnectorContext context) =>
        Path.GetFullPath(settings.Path, Path.GetFullPath(context.BaseDirectory));

    private static string Kinds(IReadOnlyList<MailPlace> places) => string.Create(
        CultureInfo.InvariantCulture,
        $"Found {places.Count(p => p.Kind == MailPlaceKind.Mbox)} mbox files, {places.Count(p => p.Kind == MailPlaceKind.Maildir)} Maildir folders, {places.Count(p => p.Kind is MailPlaceKind.Files or MailPlaceKind.SingleFile)} folders or files of single mails");
}
