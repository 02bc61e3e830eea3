namespace IntegrationHub.Identity.Blocking;

/// <summary>The keys that may be chosen: the default ones, and others that some data need.</summary>
internal static class KeyCatalogue
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        .. KeyPlan.Default.Texts,
        "identifier.start",
        "identifier.end",
        "phone.tail4 + birth.year",
        "phone.tail4 + postal",
        "phone.tail4 + house",
        "birth.date + name~sound",
        "birth.date + given^3",
        "birth.date + postal^3",
        "birth.year + postal",
        "birth.year + house",
        "birth.year + locality~sound",
        "birth.year + given^3",
        "birth.year + family^3",
        "birth.year + given~nickname",
        "birth.dayMonth + postal",
        "birth.dayMonth + house",
        "birth.dayMonth + locality~sound",
        "birth.dayMonth + given^3",
        "birth.dayMonth + family^3",
        "birth.dayMonth + street~sound",
        "given~nickname + family~sound",
        "given~nickname + family^3",
        "given~nickname + postal",
        "given~sound + family^3",
        "given^3 + family~sound",
        "given^3 + postal",
        "family^3 + postal",
        "family^3 + postal^3",
        "family^3 + house",
        "house + name~sound",
        "house + locality~sound",
        "house + street~sound + name~sound",
        "street~sound + name~sound",
        "postal + house + name~sound",
        "postal + street~sound",
        "email.local + name~sound",
        "organization~sound + postal",
    ];
}
