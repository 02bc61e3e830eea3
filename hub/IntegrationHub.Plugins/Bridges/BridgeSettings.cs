using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Plugins.Bridges;

/// <summary>The settings that both bridges take.</summary>
public abstract class BridgeSettings
{
    private protected BridgeSettings()
    {
    }

    /// <summary>Gets or sets the program and its first arguments.</summary>
    [Setting(
        Title = "Command",
        Help = "The program and its arguments; the bridge adds what the protocol asks for. Relative paths start in the hub's data folder or where the source was added.",
        Required = true,
        Order = 1,
        Example = "node,source.js")]
    public IReadOnlyList<string> Command { get; set; } = [];

    /// <summary>Gets or sets the program's own configuration.</summary>
    [Setting(
        Title = "Configuration",
        Help = "The program's own configuration, one JSON object. It is kept encrypted as a whole and given to the program in a private file, character for character.",
        Order = 2)]
    public Secret? Config { get; set; }

    /// <summary>Gets or sets which streams to read.</summary>
    [Setting(
        Title = "Streams",
        Help = "The streams to read. Without it those that the mapping names; without a mapping those whose fields look like people.",
        Order = 3,
        Example = "contacts,orders")]
    public IReadOnlyList<string> Streams { get; set; } = [];

    /// <summary>Gets or sets the mapping document, or the path of one.</summary>
    [Setting(
        Title = "Mapping",
        Help = "For each stream what it holds and which field feeds what: a JSON document or the path of one. Without it a mapping is proposed from the names in the stream's schema.",
        Order = 4,
        Example = "{\"contacts\":{\"key\":\"id\",\"columns\":{\"first\":\"name.given\"}}}")]
    public JToken? Mapping { get; set; }

    /// <summary>Gets or sets the country that phone numbers and dates without one are read for.</summary>
    /// <value>A two-letter ISO 3166 code. Defaults to <c>US</c>.</value>
    [Setting(Title = "Region", Help = "Two-letter country code; tells how to read phone numbers without a country code and dates such as 03/04/2024.", Order = 5, Example = "DE")]
    public string Region { get; set; } = "US";

    /// <summary>Gets or sets a value indicating whether the program delivers one record per person.</summary>
    [Setting(Title = "Already deduplicated", Help = "Switch on when the program delivers one record per person; the hub then never merges two records of this source.", Order = 6)]
    public bool Deduplicated { get; set; }

    /// <summary>Gets or sets the environment variables that the program may see beside the usual ones.</summary>
    [Setting(
        Title = "Environment",
        Help = "Names of environment variables of the hub that the program may see, or NAME=VALUE. It always sees PATH, HOME, LANG, LC_ALL, TZ and TMPDIR, and nothing else.",
        Order = 7,
        Example = "NODE_EXTRA_CA_CERTS,PYTHONUNBUFFERED=1")]
    public IReadOnlyList<string> Environment { get; set; } = [];

    /// <summary>Gets or sets how long the program may say nothing while it reads.</summary>
    /// <value>Defaults to one hour.</value>
    [Setting(Title = "Longest silence", Help = "How long the program may write nothing while it reads; after that it is ended and the run fails.", Order = 8)]
    public TimeSpan Silence { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets the fields that tell new from old, for streams that leave the choice to the reader.</summary>
    [Setting(
        Title = "Cursor fields",
        Help = "STREAM=FIELD for streams that can be read incrementally but name no field for it. Without one such a stream is read in full each time.",
        Order = 9,
        Example = "orders=updated_at")]
    public IReadOnlyList<string> Cursors { get; set; } = [];
}
