using IntegrationHub.Connectors.Email.Mime;

namespace IntegrationHub.Connectors.Email.People;

/// <summary>The addresses of the business itself; they tell in from out and make no people.</summary>
internal sealed class OwnAddresses
{
    private readonly HashSet<string> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _domains = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _registered = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes addresses (<c>shop@x.example</c>) and domains (<c>@x.example</c>).</summary>
    internal OwnAddresses(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
        {
            var trimmed = entry.Trim().Trim('<', '>');
            if (trimmed.StartsWith('@'))
            {
                _domains.Add(trimmed[1..]);
            }
            else if (trimmed.Length > 0)
            {
                _addresses.Add(trimmed);
            }

            if (trimmed.Contains('@', StringComparison.Ordinal))
            {
                _registered.Add(MailDomains.Registered(MailDomains.Of(trimmed)).ToString());
            }
        }
    }

    internal bool IsEmpty => _addresses.Count == 0 && _domains.Count == 0;

    /// <summary>Says whether an address is own; <c>shop+tag@x.example</c> is where <c>shop@x.example</c> is.</summary>
    internal bool Contains(string address)
    {
        var at = address.LastIndexOf('@');
        var plus = address.IndexOf('+', StringComparison.Ordinal);
        return _addresses.Contains(address)
            || (plus > 0 && plus < at && _addresses.Contains(address[..plus] + address[at..]))
            || (_domains.Count > 0 && _domains.Contains(address[(at + 1)..]));
    }

    /// <summary>Says whether a domain, of an address or of a Message-ID, is one that the business writes under.</summary>
    internal bool IsOwnDomain(ReadOnlySpan<char> domain)
    {
        var registered = MailDomains.Registered(domain);
        return !registered.IsEmpty && _registered.GetAlternateLookup<ReadOnlySpan<char>>().Contains(registered);
    }
}
