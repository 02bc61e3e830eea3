using System.Globalization;
using System.Text;

namespace IntegrationHub.Connectors.Email.Imap;

/// <content>The commands that a reader needs.</content>
internal sealed partial class ImapClient
{
    /// <summary>UIDs taken from one search or one folder.</summary>
    internal const int UidsMax = 5_000_000;

    /// <summary>Gets a value indicating whether the server tells which mails vanished (RFC 7162).</summary>
    internal bool CanResync { get; private set; }

    /// <summary>Lists the folders that can be opened.</summary>
    internal async Task<List<ImapFolder>> ListAsync(CancellationToken cancellationToken)
    {
        var command = new ImapCommand("LIST \"\" \"*\"").Add(Has("SPECIAL-USE") && Has("LIST-EXTENDED") ? " RETURN (SPECIAL-USE)" : string.Empty);
        var folders = new List<ImapFolder>();
        await foreach (var response in RunAsync(command, "list its folders", cancellationToken).ConfigureAwait(false))
        {
            if (response is not { Name: "LIST", Values: [var attributes, var delimiter, var name, ..] })
            {
                continue;
            }

            var wireName = name.Text;
            var shown = _hasUtf8Names ? wireName : ModifiedUtf7.Decode(wireName);
            shown = delimiter.IsNil || delimiter.Bytes.Length != 1 ? shown : shown.Replace(delimiter.Text[0], '/');
            var folder = new ImapFolder(shown, wireName, attributes.Items.Select(a => a.Text).ToList());
            if (!folder.Is("\\Noselect") && !folder.Is("\\NonExistent"))
            {
                folders.Add(folder);
            }
        }

        return folders;
    }

    /// <summary>Opens a folder for reading only.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="sinceValidity">The UIDVALIDITY of the last time, for asking what vanished; 0 not to ask.</param>
    /// <param name="sinceModSeq">The newest change of the last time.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The folder's numbers, or <see langword="null"/> when the folder is gone.</returns>
    internal async Task<ImapSelected?> ExamineAsync(
        ImapFolder folder, uint sinceValidity, ulong sinceModSeq, CancellationToken cancellationToken)
    {
        var command = new ImapCommand("EXAMINE").AddString(folder.WireName, _hasUtf8Names);
        if (CanResync && sinceValidity > 0 && sinceModSeq > 0)
        {
            command.Add(string.Create(CultureInfo.InvariantCulture, $" (QRESYNC ({sinceValidity} {sinceModSeq}))"));
        }
        else if (Has("CONDSTORE"))
        {
            command.Add(" (CONDSTORE)");
        }

        var selected = new ImapSelected();
        await foreach (var response in AnswersAsync(command, null, cancellationToken).ConfigureAwait(false))
        {
            if (response.Tag == "*")
            {
                Take(response, selected);
            }
            else if (response is { Name: "NO", Code: "NONEXISTENT" or "TRYCREATE" })
            {
                return null;
            }
            else if (response.Name != "OK")
            {
                throw ImapFailures.Of(response, _endpoint.Name, $"open folder '{folder.Name}'");
            }
        }

        return selected;
    }

    /// <summary>Gives the UIDs in the open folder that match, ascending.</summary>
    /// <param name="criteria">Adds the criteria to the command.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    internal async Task<List<uint>> SearchAsync(Action<ImapCommand> criteria, CancellationToken cancellationToken)
    {
        var command = new ImapCommand(Has("ESEARCH") ? "UID SEARCH RETURN (ALL)" : "UID SEARCH");
        criteria(command);
        var uids = new List<uint>();
        await foreach (var response in RunAsync(command, "search a folder", cancellationToken).ConfigureAwait(false))
        {
            if (response.Name == "SEARCH")
            {
                uids.AddRange(response.Values.Where(v => !v.IsList).Take(UidsMax).Select(v => (uint)v.Number).Where(u => u > 0));
            }
            else if (response.Name == "ESEARCH" && ValueAfter(response, "ALL") is { } set)
            {
                UidSet.Parse(set, uids, UidsMax);
            }
        }

        uids.Sort();
        return uids;
    }

    /// <summary>Fetches things of some mails of the open folder. Mails that are gone meanwhile are not in the answer.</summary>
    /// <param name="uids">The UIDs, ascending.</param>
    /// <param name="items">What to fetch, beside the UID.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    internal async Task<List<ImapFetched>> FetchAsync(ReadOnlyMemory<uint> uids, string items, CancellationToken cancellationToken)
    {
        var fetched = new SortedDictionary<uint, ImapFetched>();
        if (uids.IsEmpty)
        {
            return [];
        }

        await foreach (var response in RunAsync(
            new ImapCommand($"UID FETCH {UidSet.Format(uids.Span)} (UID {items})"), "fetch mails", cancellationToken).ConfigureAwait(false))
        {
            if (response is { Name: "FETCH", Values: [{ IsList: true } pairs] }
                && ImapFetched.UidOf(pairs.Items) is var uid && uids.Span.BinarySearch(uid) >= 0)
            {
                var mail = fetched.GetValueOrDefault(uid) ?? (fetched[uid] = new ImapFetched { Uid = uid });
                mail.Take(pairs.Items);
            }
        }

        return fetched.Values.Where(f => f.IsAnswer).ToList();
    }

    /// <summary>Waits for a new mail in the open folder (RFC 2177), or asks for one again and again where the server cannot tell.</summary>
    /// <param name="patience">How long to wait.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether there is news.</returns>
    internal async Task<bool> WaitForNewsAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!Has("IDLE"))
        {
            await Task.Delay(patience, cancellationToken).ConfigureAwait(false);
            return true; // Unknown; the next look tells.
        }

        var tag = string.Create(CultureInfo.InvariantCulture, $"A{++_tag}");
        await _connection.SendAsync(Encoding.ASCII.GetBytes(tag + " IDLE\r\n"), cancellationToken).ConfigureAwait(false);
        var hasNews = false;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(patience);
        try
        {
            while (!hasNews)
            {
                var response = await NextAsync(patience + _endpoint.Timeout, over.Token).ConfigureAwait(false);
                hasNews = response.Name == "EXISTS";
                if (response.Tag == tag)
                {
                    throw ImapFailures.Of(response, _endpoint.Name, "wait for news");
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The wait is over; the cancelled read took nothing off the connection.
        }

        await _connection.SendAsync("DONE\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var response = await NextAsync(null, cancellationToken).ConfigureAwait(false);
            hasNews |= response.Name == "EXISTS";
            if (response.Tag == tag)
            {
                return hasNews;
            }
        }
    }

    private static void Take(ImapResponse response, ImapSelected selected)
    {
        switch (response.Name)
        {
            case "EXISTS":
                selected.Exists = response.Number;
                break;
            case "OK" when response.CodeValues.Count > 0:
                var number = response.CodeValues[0].Number;
                selected.UidValidity = response.Code == "UIDVALIDITY" ? (uint)number : selected.UidValidity;
                selected.UidNext = response.Code == "UIDNEXT" ? (uint)number : selected.UidNext;
                selected.ModSeq = response.Code == "HIGHESTMODSEQ" ? number : selected.ModSeq;
                break;
            case "VANISHED":
                UidSet.Parse(response.Values[^1].Text, selected.Vanished, UidsMax);
                break;
            default:
                break; // FLAGS, RECENT and other noise.
        }
    }

    private static string? ValueAfter(ImapResponse response, string name)
    {
        for (var i = 0; i + 1 < response.Values.Count; i++)
        {
            if (response.Values[i].Is(name))
            {
                return response.Values[i + 1].Text;
            }
        }

        return null;
    }
}
