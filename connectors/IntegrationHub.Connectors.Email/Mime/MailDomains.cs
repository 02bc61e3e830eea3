namespace IntegrationHub.Connectors.Email.Mime;

/// <summary>Compares domains by whom they belong to: <c>mail.shop.example</c> and <c>shop.example</c> are one organisation's.</summary>
internal static class MailDomains
{
    /// <summary>Names of the level below a country's that people register under: <c>shop.co.uk</c>.</summary>
    private const int SecondLevelCharsMax = 3;

    /// <summary>Gives the part of a domain that somebody registered; by the form of the names, without a list of registries.</summary>
    internal static ReadOnlySpan<char> Registered(ReadOnlySpan<char> domain)
    {
        domain = domain.Trim().TrimEnd('.');
        var last = domain.LastIndexOf('.');
        var second = last <= 0 ? -1 : domain[..last].LastIndexOf('.');
        var isBelowCountry = second > 0 && domain.Length - last - 1 == 2 && last - second - 1 <= SecondLevelCharsMax;
        return isBelowCountry ? domain[(domain[..second].LastIndexOf('.') + 1)..] : domain[(second + 1)..];
    }

    /// <summary>Says whether two domains are one organisation's.</summary>
    internal static bool AreOne(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        Registered(one).Equals(Registered(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>Gives what stands behind the last <c>@</c>; nothing when there is none.</summary>
    internal static ReadOnlySpan<char> Of(ReadOnlySpan<char> addressOrId)
    {
        var at = addressOrId.LastIndexOf('@');
        return at < 0 ? [] : addressOrId[(at + 1)..].TrimEnd('>');
    }
}
