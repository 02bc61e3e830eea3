using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Connectors.Email.Mailboxes;
using IntegrationHub.Connectors.Email.Mime;
using IntegrationHub.Connectors.Email.Reading;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>A mail on the server, of which the headers that matter were fetched.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Fetched">What was fetched.</param>
/// <param name="ArrivedAt">When the server got it.</param>
/// <param name="Mail">Its headers; <see langword="null"/> when it has none.</param>
internal sealed record RemoteMail(ImapFolder Folder, ImapFetched Fetched, DateTimeOffset ArrivedAt, Mail? Mail)
{
    /// <summary>Reads the fetched headers.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="fetched">What was fetched.</param>
    /// <param name="latest">When the run started.</param>
    /// <param name="raw">A buffer to use.</param>
    internal static RemoteMail Of(ImapFolder folder, ImapFetched fetched, DateTimeOffset latest, RawMail raw)
    {
        var arrivedAt = MailDates.TryParse(fetched.InternalDate?.Trim(), out var at) ? at : latest;
        raw.Start(folder.Name, fetched.Uid, arrivedAt);
        raw.Append(fetched.Header.Span);
        return new RemoteMail(folder, fetched, arrivedAt, Mail.Parse(raw, latest));
    }
}
