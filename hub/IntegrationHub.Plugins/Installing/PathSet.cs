namespace IntegrationHub.Plugins.Installing;

/// <summary>The paths of one package, so that no two of them fall together on any file system.</summary>
internal sealed class PathSet
{
    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _folders = new(StringComparer.OrdinalIgnoreCase);

    public int Count => _files.Count;

    /// <summary>Takes in a file.</summary>
    /// <returns>What is wrong with it beside those before, or <see langword="null"/>.</returns>
    public string? Add(string path)
    {
        if (_files.TryGetValue(path, out var twin))
        {
            return path == twin ? "is there twice" : $"differs from '{twin}' in letter case alone";
        }

        if (_folders.TryGetValue(path, out var folder))
        {
            return $"is a file and a folder ('{folder}')";
        }

        _files.Add(path, path);
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            var parent = path[..end];
            if (_files.ContainsKey(parent))
            {
                return $"lies in '{parent}', which is a file";
            }

            if (_folders.TryGetValue(parent, out var known) && known != parent)
            {
                return $"lies in a folder that differs from '{known}' in letter case alone";
            }

            _folders[parent] = parent;
        }

        return null;
    }
}
