using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Http;

/// <summary>Lets through of a vendor's answer what can only be a word of a fixed list.</summary>
internal static class Words
{
    private const int LengthMax = 40;

    /// <summary>Gives a code fit for a message; anything that could be more than a code is not repeated.</summary>
    internal static string Code(JToken? token) =>
        token is JValue { Value: string { Length: > 0 and <= LengthMax } word } && word.All(c => char.IsAsciiLetter(c) || c is '_')
            ? word
            : "UNKNOWN";
}
