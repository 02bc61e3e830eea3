namespace IntegrationHub.Client;

/// <summary>How much of a customer to give. Immutable.</summary>
public sealed record CustomerQuery
{
    /// <summary>Gets the canonical names of the values wanted, such as <c>email</c> or <c>address</c>.</summary>
    /// <value>Defaults to none named: all values.</value>
    public IReadOnlyCollection<string> Fields { get; init; } = [];

    /// <summary>Gets what to give beside the values.</summary>
    /// <value>Defaults to nothing.</value>
    public CustomerParts Include { get; init; }

    internal string ToQueryText()
    {
        var parameters = new List<string>(2);
        if (Fields.Count > 0)
        {
            parameters.Add("fields=" + Uri.EscapeDataString(string.Join(',', Fields)));
        }

        if (Include != CustomerParts.None)
        {
            var names = Enum.GetValues<CustomerParts>().Where(p => p != CustomerParts.None && Include.HasFlag(p));
            parameters.Add("include=" + string.Join(',', names.Select(NameOf)));
        }

        return parameters.Count == 0 ? string.Empty : "?" + string.Join('&', parameters);
    }

    private static string NameOf(CustomerParts part) => part switch
    {
        CustomerParts.Lineage => "lineage",
        CustomerParts.Consents => "consents",
        _ => "timeline",
    };
}
