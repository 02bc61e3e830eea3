using System.Globalization;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>Sets mails aside that name no sender. No raw text: it would be somebody's mail. Folder and UID are enough to look at it.</summary>
internal static class RemoteRejections
{
    internal static RejectedRecord Of(string stream, RemoteMail mail) => new(stream, string.Create(
        CultureInfo.InvariantCulture,
        $"Mail with UID {mail.Fetched.Uid} in folder '{mail.Folder.Name}' was left out: {(mail.Mail is null ? "it has no header lines" : "it names no sender with an e-mail address")}."))
    {
        Key = mail.Mail?.Id,
    };
}
