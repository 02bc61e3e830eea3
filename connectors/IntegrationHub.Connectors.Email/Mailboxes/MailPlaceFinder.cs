using IntegrationHub.Sdk;

namespace IntegrationHub.Connectors.Email.Mailboxes;

/// <summary>Finds everything below a path that holds mails, in a fixed order.</summary>
internal sealed class MailPlaceFinder
{
    private const int DepthMax = 16;
    private const int FolderCountMax = 20_000;

    private static readonly HashSet<string> LeftOutNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Junk", "Junk E-mail", "Junk Email", "Spam", "Bulk Mail", "Trash", "Deleted Items", "Deleted Messages",
        "Drafts", "Templates", "Unsent Messages", "Outbox", "Papierkorb", "Gelöschte Elemente", "Entwürfe", "Corbeille", "Brouillons",
        "Indésirables", "Papelera", "Borradores", "Cestino", "Bozze", "Prullenbak", "Concepten",
    };

    private readonly List<MailPlace> _places = [];
    private readonly List<string> _leftOut = [];
    private readonly string _root;
    private int _folders;

    private MailPlaceFinder(string root)
    {
        _root = root;
    }

    /// <summary>Gets the folders and files that were left out because of their name, such as Junk.</summary>
    internal IReadOnlyList<string> LeftOut => _leftOut;

    internal IReadOnlyList<MailPlace> Places => _places;

    /// <summary>Looks below a path.</summary>
    /// <exception cref="ConnectorException">The path does not exist, cannot be read or holds no mail.</exception>
    internal static MailPlaceFinder Find(string path)
    {
        var finder = new MailPlaceFinder(path);
        try
        {
            if (File.Exists(path))
            {
                finder._places.Add(new MailPlace(".", path, IsMbox(path) ? MailPlaceKind.Mbox : MailPlaceKind.SingleFile));
            }
            else if (Directory.Exists(path))
            {
                finder.Walk(path, depth: 0);
            }
            else
            {
                throw ConnectorException.Configuration(
                    "path", $"There is no file or folder '{path}'.", "Give the path of an mbox file, a Maildir or a folder of mails.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ConnectorException.Configuration(
                "path", $"'{path}' cannot be read: {e.GetType().Name}.", "Give the hub's user the right to read it and all below it.", e);
        }

        finder._places.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return finder;
    }

    /// <summary>Tells an mbox by its first bytes.</summary>
    internal static bool IsMbox(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Span<byte> start = stackalloc byte[5];
        return stream.ReadAtLeast(start, 5, throwOnEndOfStream: false) == 5 && start.SequenceEqual("From "u8);
    }

    private void Walk(string folder, int depth)
    {
        if (depth > DepthMax || ++_folders > FolderCountMax)
        {
            throw ConnectorException.Configuration(
                "path",
                $"'{_root}' has folders more than {DepthMax} deep or more than {FolderCountMax} of them.",
                "Give the path of the mailbox itself, or make several sources.");
        }

        var isMaildir = Directory.Exists(Path.Combine(folder, "cur")) && Directory.Exists(Path.Combine(folder, "new"));
        if (isMaildir)
        {
            _places.Add(new MailPlace(NameOf(folder), folder, MailPlaceKind.Maildir));
        }
        else
        {
            TakeFiles(folder, depth);
        }

        foreach (var sub in new DirectoryInfo(folder).EnumerateDirectories())
        {
            if (sub.LinkTarget is null && !(isMaildir && sub.Name is "cur" or "new" or "tmp"))
            {
                if (IsLeftOut(sub.Name))
                {
                    _leftOut.Add(NameOf(sub.FullName));
                }
                else
                {
                    Walk(sub.FullName, depth + 1);
                }
            }
        }
    }

    private void TakeFiles(string folder, int depth)
    {
        var hasMailFiles = false;
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (IsMailFile(file))
            {
                hasMailFiles = true;
            }
            else if (IsLeftOut(Path.GetFileName(file)))
            {
                _leftOut.Add(NameOf(file));
            }
            else if (IsMbox(file))
            {
                _places.Add(new MailPlace(NameOf(file), file, MailPlaceKind.Mbox));
            }
        }

        if (hasMailFiles)
        {
            _places.Add(new MailPlace(NameOf(folder), folder, MailPlaceKind.Files));
        }
    }

    /// <summary>Says whether a file of a plain folder is one mail: by ending, or by an MH number.</summary>
    internal static bool IsMailFile(string file)
    {
        var name = Path.GetFileName(file.AsSpan());
        return name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) || !name.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Says whether a name is one for unwanted mail. Maildir++ writes sub-folders as <c>.Junk</c> or <c>.INBOX.Junk</c>.</summary>
    internal static bool IsLeftOut(string name) => LeftOutNames.Contains(name[(name.LastIndexOf('.') + 1)..])
        || LeftOutNames.Contains(Path.GetFileNameWithoutExtension(name));

    private string NameOf(string path)
    {
        var name = Path.GetRelativePath(_root, path).Replace('\\', '/');
        return name.Length == 0 ? "." : name;
    }
}
