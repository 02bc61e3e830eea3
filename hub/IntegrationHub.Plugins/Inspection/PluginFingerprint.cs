using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Plugins.Inspection;

/// <summary>Tells whether the files of a plugin changed, from names, sizes and times of its dll and json files.</summary>
internal static class PluginFingerprint
{
    public static string Of(string folder)
    {
        var text = new StringBuilder();
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (file.Extension is ".dll" or ".json")
            {
                text.Append(CultureInfo.InvariantCulture, $"{file.Name}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
