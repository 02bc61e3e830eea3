using System.IO.Enumeration;
using IntegrationHub.Connectors.Email.Imap;
using IntegrationHub.Connectors.Email.Mailboxes;

namespace IntegrationHub.Connectors.Email.Remote;

/// <summary>The folders to read and those left out.</summary>
internal sealed class RemoteFolders
{
    private static readonly string[] UnwantedAttributes = ["\\Trash", "\\Junk", "\\Drafts", "\\All", "\\Flagged", "\\Important"];

    private static readonly HashSet<string> SentNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Sent", "Sent Items", "Sent Messages", "Sent Mail", "Gesendet", "Gesendete Objekte", "Gesendete Elemente", "Envoyés",
        "Éléments envoyés", "Enviados", "Elementos enviados", "Posta inviata", "Inviati", "Verzonden", "Verzonden items", "Skickat",
    };

    private RemoteFolders(IReadOnlyList<ImapFolder> chosen, IReadOnlyList<string> leftOut)
    {
        Chosen = chosen;
        LeftOut = leftOut;
    }

    /// <summary>Gets the folders to read, the inbox first, then by name.</summary>
    internal IReadOnlyList<ImapFolder> Chosen { get; }

    internal IReadOnlyList<string> LeftOut { get; }

    internal static RemoteFolders Choose(IReadOnlyList<ImapFolder> all, ImapSettings settings)
    {
        // Gmail keeps archived mail nowhere else but in "All Mail", which holds every other folder's mail too.
        var everything = settings.Folders.Count == 0 ? all.FirstOrDefault(f => f.Is("\\All")) : null;
        bool IsWanted(ImapFolder folder) =>
            !settings.ExcludeFolders.Any(p => Fits(folder, p))
            && (settings.Folders.Count > 0 ? settings.Folders.Any(p => Fits(folder, p)) : everything is null ? !IsUnwanted(folder) : ReferenceEquals(folder, everything));

        return new RemoteFolders(
            all.Where(IsWanted).OrderBy(f => IsInbox(f) ? 0 : 1).ThenBy(f => f.Name, StringComparer.Ordinal).ToList(),
            all.Where(f => !IsWanted(f)).Select(f => f.Name).Order(StringComparer.Ordinal).ToList());
    }

    /// <summary>Says whether a folder holds what the business sent.</summary>
    internal static bool IsSent(ImapFolder folder) => folder.Is("\\Sent") || SentNames.Contains(LastName(folder));

    private static bool IsInbox(ImapFolder folder) => folder.Name.Equals("INBOX", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnwanted(ImapFolder folder) =>
        UnwantedAttributes.Any(folder.Is) || folder.Name.Split('/').Any(MailPlaceFinder.IsLeftOut);

    private static bool Fits(ImapFolder folder, string pattern) => FileSystemName.MatchesSimpleExpression(pattern.Trim(), folder.Name, ignoreCase: true);

    private static string LastName(ImapFolder folder) => folder.Name[(folder.Name.LastIndexOf('/') + 1)..];
}
