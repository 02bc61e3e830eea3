namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>Finds the business's own addresses: as set, else the user name and who wrote the newest sent mails.</summary>
internal static class RemoteOwnAddresses
{
    private const int SampleMails = 200;
    private const int AddressesMax = 20;

    internal static async Task<IReadOnlyList<string>> FindAsync(
        ImapSettings settings, RemoteBox box, RemoteFolders folders, CancellationToken cancellationToken)
    {
        var found = settings.UserName.Contains('@', StringComparison.Ordinal) ? [settings.UserName.Trim().ToLowerInvariant()] : new List<string>();
        if (settings.OwnAddresses.Count > 0)
        {
            return [.. settings.OwnAddresses, .. found];
        }

        foreach (var folder in folders.Chosen.Where(RemoteFolders.IsSent))
        {
            var uids = await box.UidsAfterAsync(folder, 0, cancellationToken).ConfigureAwait(false);
            await foreach (var window in box.ReadAsync(folder, uids.TakeLast(SampleMails).ToList(), RemoteBox.HeaderItems, cancellationToken).ConfigureAwait(false))
            {
                found.AddRange(window.Where(m => m.Mail?.From is not null).Select(m => m.Mail!.From!.Value.Address));
            }
        }

        return found.GroupBy(a => a, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key).Take(AddressesMax).ToList();
    }
}
