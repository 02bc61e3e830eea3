namespace IntegrationHub.Connectors.Email.Mailboxes;

/// <summary>How a place holds its mails.</summary>
internal enum MailPlaceKind
{
    /// <summary>One file with many mails behind each other.</summary>
    Mbox = 0,

    /// <summary>A Maildir: one file per mail in <c>cur</c> and <c>new</c>.</summary>
    Maildir = 1,

    /// <summary>A folder with one <c>.eml</c> file per mail, or an MH folder with numbered files.</summary>
    Files = 2,

    /// <summary>One mail in one file, named by the setting itself.</summary>
    SingleFile = 3,
}
