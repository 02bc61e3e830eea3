using System.Collections.ObjectModel;

namespace IntegrationHub.Identity.Models;

/// <summary>Knows namespaces of identifiers by words in their names.</summary>
/// <param name="exclusive">Folded parts of names of namespaces with one identifier per person.</param>
/// <param name="device">Folded parts of names of namespaces of devices and browsers.</param>
internal sealed class IdentifierNamespaces(ReadOnlyCollection<string> exclusive, ReadOnlyCollection<string> device)
{
    public ReadOnlyCollection<string> Exclusive { get; } = exclusive;

    public ReadOnlyCollection<string> Device { get; } = device;

    /// <summary>Finds the behaviour of a folded namespace.</summary>
    public IdentifierBehaviour BehaviourOf(ReadOnlySpan<char> name)
    {
        return ContainsAny(name, Device) ? IdentifierBehaviour.Device
            : ContainsAny(name, Exclusive) ? IdentifierBehaviour.Exclusive
            : IdentifierBehaviour.Unknown;
    }

    private static bool ContainsAny(ReadOnlySpan<char> name, ReadOnlyCollection<string> parts)
    {
        foreach (var part in parts)
        {
            // Short parts such as "vat" are met inside other words: they must start the name.
            if (part.Length > 3 ? name.IndexOf(part, StringComparison.Ordinal) >= 0 : name.StartsWith(part, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
