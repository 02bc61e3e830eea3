using IntegrationHub.Identity.Models;

namespace IntegrationHub.Identity.Standardising;

/// <summary>Writes identifiers as namespace, value and how the namespace behaves.</summary>
internal sealed class IdentifierStandardiser(TextPool values, IdentifierNamespaces namespaces)
{
    public const int EntryLength = 3;
    private const int LengthMin = 3;

    public void Write(string @namespace, string text, IntBuffer output)
    {
        Span<char> buffer = stackalloc char[CharFolding.LengthMax];
        var value = buffer[..CharFolding.FoldCompact(text, buffer)];
        if (value.Length < LengthMin || !value.ContainsAnyExcept(value[0]) || WordLists.Placeholders.Contains(value) || value is "123456789")
        {
            return;
        }

        var number = values.Intern(value);
        var name = buffer[..CharFolding.FoldCompact(@namespace, buffer)];
        output.Add(values.Intern(name));
        output.Add(number);
        output.Add((int)namespaces.BehaviourOf(name));
    }
}
