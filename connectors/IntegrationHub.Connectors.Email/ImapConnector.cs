using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Reading;
using IntegrationHub.Connectors.Email.Remote;
using IntegrationHub.Sdk;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email;

/// <summary>Reads the mailbox of any IMAP server.</summary>
/// <remarks>
/// Streams as <see cref="MailboxConnector"/> has them, both incremental by UID. Nothing is changed or marked as read on the
/// server. Headers are read in windows, texts by their beginning, of attachments only business cards. See README.md beside the code.
/// </remarks>
[Connector("email-imap", Title = "IMAP mailbox", Summary = "Reads people and mails from the mailbox of any IMAP server.")]
public sealed class ImapConnector : SourceConnector<ImapSettings>
{
    private const int SampleMails = 100;

    /// <summary>Servers end a silent IDLE after half an hour (RFC 2177).</summary>
    private static readonly TimeSpan IdleTimeMax = TimeSpan.FromMinutes(20);

    /// <inheritdoc/>
    protected override async Task<CheckResult> CheckCoreAsync(
        ImapSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(context);

        var client = await RemoteAccess.OpenAsync(settings, context, cancellationToken).ConfigureAwait(false);
        await using var _ = client.ConfigureAwait(false);
        var folders = await FoldersAsync(client, settings, cancellationToken).ConfigureAwait(false);
        var box = new RemoteBox(client, context.Clock.GetUtcNow());
        ulong mails = 0;
        foreach (var folder in folders.Chosen)
        {
            mails += (await box.ExamineAsync(folder, default, cancellationToken).ConfigureAwait(false))?.Exists ?? 0;
        }

        var own = await RemoteOwnAddresses.FindAsync(settings, box, folders, cancellationToken).ConfigureAwait(false);
        var sample = new SampleCounts(new OwnAddresses(own), MailEvidence.AdmissionOf(settings.SpamFilter, settings.OnlyAnswered), settings.SpamFilter);
        await SampleAsync(box, folders.Chosen[0], sample, cancellationToken).ConfigureAwait(false);
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"Logged in; {folders.Chosen.Count} folders with {mails} mails are read; of the newest in '{folders.Chosen[0].Name}', {sample}.");
        return new CheckResult(message, Warnings(settings, folders, own));
    }

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<StreamDescription>> DiscoverCoreAsync(
        ImapSettings settings, ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);

        return Task.FromResult(MailStreams.Describe(CursorKind.Unordered, settings.PassOnDeletions));
    }

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<Message> ReadCoreAsync(
        ImapSettings settings,
        ReadRequest request,
        ConnectorContext context,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);

        var positions = UidPositions.Parse(RemoteStates.Open(request.For(MailStreams.Mails))?["folders"]);
        var people = PeopleState.Parse(RemoteStates.Open(request.For(MailStreams.People)));
        var until = context.Clock.GetUtcNow() + TimeSpan.FromMinutes(settings.WaitForNews);
        var client = await RemoteAccess.OpenAsync(settings, context, cancellationToken).ConfigureAwait(false);
        await using var _ = client.ConfigureAwait(false);
        var folders = await FoldersAsync(client, settings, cancellationToken).ConfigureAwait(false);
        var box = new RemoteBox(client, request.StartedAt);
        var counts = new PassCounts();
        var own = new OwnAddresses(await RemoteOwnAddresses.FindAsync(settings, box, folders, cancellationToken).ConfigureAwait(false));
        var filter = new RemoteFilter(folders.Chosen, own, settings.SpamFilter);
        positions.Keep(folders.Chosen);
        do
        {
            if (request.For(MailStreams.Mails) is { } mails)
            {
                var showsDeletions = settings.PassOnDeletions && mails.Mode == SyncMode.Full;
                var pass = new RemoteMailsPass(box, folders.Chosen, own, filter, showsDeletions, counts);
                await foreach (var message in pass.ReadAsync(positions, cancellationToken).ConfigureAwait(false))
                {
                    yield return message;
                }
            }

            if (request.For(MailStreams.People) is not null)
            {
                var pass = new RemotePeoplePass(box, folders.Chosen, own, filter, settings, request.For(MailStreams.Mails) is null, counts);
                await foreach (var message in pass.ReadAsync(people, cancellationToken).ConfigureAwait(false))
                {
                    people = message is Checkpoint { State: Newtonsoft.Json.Linq.JObject state } ? PeopleState.Parse(state) : people;
                    yield return message;
                }
            }

            Log.RemotePassDone(context.Logger, counts.Mails, folders.Chosen.Count, counts.Bulk, counts.Spam, counts.Bounces, counts.Rejected, counts.Vanished, counts.HeldBack, counts.UnreadFeet);
        }
        while (await HasNewsAsync(box, folders.Chosen[0], until, context, cancellationToken).ConfigureAwait(false));

        foreach (var stream in request.Streams)
        {
            yield return new StreamCompleted(stream.Stream);
        }
    }

    private static async Task<RemoteFolders> FoldersAsync(ImapClient client, ImapSettings settings, CancellationToken cancellationToken)
    {
        var folders = RemoteFolders.Choose(await client.ListAsync(cancellationToken).ConfigureAwait(false), settings);
        return folders.Chosen.Count > 0 ? folders : throw ConnectorException.Configuration(
            "folders",
            "No folder of the mailbox is chosen.",
            $"Folders there are: {string.Join(", ", folders.LeftOut.Take(20))}. Change 'folders' or 'excludeFolders'.");
    }

    /// <summary>Waits at the first folder until a mail arrives or the time is over.</summary>
    private static async Task<bool> HasNewsAsync(
        RemoteBox box, ImapFolder folder, DateTimeOffset until, ConnectorContext context, CancellationToken cancellationToken)
    {
        while (until - context.Clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            if (await box.OpenAsync(folder, cancellationToken).ConfigureAwait(false)
                && await box.Client.WaitForNewsAsync(left < IdleTimeMax ? left : IdleTimeMax, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task SampleAsync(RemoteBox box, ImapFolder folder, SampleCounts counts, CancellationToken cancellationToken)
    {
        var uids = await box.UidsAfterAsync(folder, 0, cancellationToken).ConfigureAwait(false);
        await foreach (var window in box.ReadAsync(folder, uids.TakeLast(SampleMails).ToList(), RemoteBox.HeaderItems, cancellationToken).ConfigureAwait(false))
        {
            window.ForEach(m => counts.Add(m.Mail, RemoteFolders.IsSent(folder), RemoteFilter.IsAnswered(m)));
        }
    }

    private static List<string> Warnings(ImapSettings settings, RemoteFolders folders, IReadOnlyList<string> own)
    {
        var warnings = new List<string>();
        if (settings.OwnAddresses.Count == 0)
        {
            warnings.Add(own.Count == 0
                ? "No own addresses are set and there are no sent mails to learn them from: every mail counts as incoming. Set ownAddresses."
                : $"No own addresses are set; taken as own: {string.Join(", ", own.Take(5))}. Set ownAddresses to be sure.");
        }

        if (folders.LeftOut.Count > 0)
        {
            warnings.Add($"Left out: {string.Join(", ", folders.LeftOut.Take(10))}{(folders.LeftOut.Count > 10 ? ", ..." : string.Empty)}.");
        }

        if (settings.Security == ImapSecurity.None)
        {
            warnings.Add("Password and mails travel unencrypted.");
        }

        return warnings;
    }
}
