namespace IntegrationHub.Connectors.Email.Mailboxes;

/// <summary>Lists and reads the files of a Maildir or of a folder of mail files.</summary>
internal static class MailFiles
{
    /// <summary>Lists the mails written at or after a time, ordered by their name without flags.</summary>
    internal static List<MailFile> List(MailPlace place, long sinceMs)
    {
        var files = new List<MailFile>();
        switch (place.Kind)
        {
            case MailPlaceKind.Maildir:
                Take(place, Path.Combine(place.FullPath, "cur"), sinceMs, files);
                Take(place, Path.Combine(place.FullPath, "new"), sinceMs, files);
                break;
            case MailPlaceKind.Files:
                Take(place, place.FullPath, sinceMs, files);
                break;
            default:
                files.Add(Describe(place, new FileInfo(place.FullPath)));
                break;
        }

        files.Sort((a, b) => string.CompareOrdinal(a.SortName, b.SortName));
        return files;
    }

    /// <summary>Reads one mail.</summary>
    /// <returns><see langword="false"/> when the file is gone: deleted, or renamed beyond recognition, since it was listed.</returns>
    internal static async ValueTask<bool> ReadAsync(MailFile file, RawMail mail, byte[] block, CancellationToken cancellationToken)
    {
        var stream = Open(file);
        if (stream is null)
        {
            return false;
        }

        await using var _ = stream.ConfigureAwait(false);
        mail.Start(file.Name, 0, DateTimeOffset.FromUnixTimeMilliseconds(file.WrittenAtMs));
        while (mail.TotalBytes < Mime.MimeLimits.MessageBytesMax)
        {
            var read = await stream.ReadAsync(block, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return true;
            }

            mail.Append(block.AsSpan(0, read));
        }

        mail.Skip(Math.Max(0, stream.Length - mail.TotalBytes));
        return true;
    }

    private static void Take(MailPlace place, string folder, long sinceMs, List<MailFile> files)
    {
        foreach (var info in new DirectoryInfo(folder).EnumerateFiles())
        {
            if (info.Name[0] == '.' || (place.Kind == MailPlaceKind.Files && !MailPlaceFinder.IsMailFile(info.Name)))
            {
                continue;
            }

            var file = Describe(place, info);
            if (file.WrittenAtMs >= sinceMs)
            {
                files.Add(file);
            }
        }
    }

    private static MailFile Describe(MailPlace place, FileInfo info)
    {
        var flags = place.Kind == MailPlaceKind.Maildir ? info.Name.IndexOf(':', StringComparison.Ordinal) : -1;
        var name = place.Kind == MailPlaceKind.SingleFile
            ? info.Name
            : Path.GetRelativePath(place.FullPath, info.FullName).Replace('\\', '/');
        return new MailFile(
            flags < 0 ? info.Name : info.Name[..flags],
            info.FullName,
            place.Name is "." ? name : $"{place.Name}/{name}",
            new DateTimeOffset(info.LastWriteTimeUtc, TimeSpan.Zero).ToUnixTimeMilliseconds());
    }

    /// <summary>Opens a file; a Maildir mail that was read meanwhile has moved to <c>cur</c> and got other flags.</summary>
    private static FileStream? Open(MailFile file)
    {
        if (TryOpen(file.FullPath) is { } stream)
        {
            return stream;
        }

        var folder = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(file.FullPath)) ?? string.Empty, "cur");
        var moved = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder)
                .FirstOrDefault(f => Path.GetFileName(f).Split(':')[0].Equals(file.SortName, StringComparison.Ordinal))
            : null;
        return moved is null ? null : TryOpen(moved);
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
