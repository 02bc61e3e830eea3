using IntegrationHub.Sdk.Settings;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Lists;

/// <summary>The settings of <c>list-file</c>.</summary>
public sealed class ListFileSettings
{
    /// <summary>Gets or sets the file, folder or pattern to read.</summary>
    [Setting(
        Title = "File, folder, pattern or address",
        Help = "A file, a folder, or a pattern with * and ? (** for folders below); or an address that starts with https://, s3:// or sftp://. Relative paths start in the hub's data folder or where the source was added.",
        Required = true,
        Order = 1,
        Example = "people.csv")]
    public string Path { get; set; } = string.Empty;

    /// <summary>Gets or sets the mapping document, or the path of one.</summary>
    [Setting(
        Title = "Mapping",
        Help = "Which column feeds which field: a JSON document or the path of one. Without it a mapping is proposed from the header and the values.",
        Order = 2,
        Example = "{\"key\":\"id\",\"columns\":{\"first\":\"name.given\"}}")]
    public JToken? Mapping { get; set; }

    /// <summary>Gets or sets the country that phone numbers and dates without one are read for.</summary>
    /// <value>A two-letter ISO 3166 code. Defaults to <c>US</c>.</value>
    [Setting(Title = "Region", Help = "Two-letter country code; tells how to read phone numbers without a country code and dates such as 03/04/2024.", Order = 3, Example = "DE")]
    public string Region { get; set; } = "US";

    /// <summary>Gets or sets a value indicating whether the supplier promises one record per person.</summary>
    [Setting(Title = "Already deduplicated", Help = "Switch on when the supplier promises one record per person; the hub then never merges two records of this source.", Order = 4)]
    public bool Deduplicated { get; set; }

    /// <summary>Gets or sets how the files are written.</summary>
    [Setting(Title = "Format", Help = "Leave on auto to tell it from the file's name, else from its first characters.", Order = 5)]
    public ListFormat Format { get; set; } = ListFormat.Auto;

    /// <summary>Gets or sets what stands between two values of a CSV line.</summary>
    /// <value>The characters themselves, or auto, comma, semicolon, tab, pipe. Defaults to <c>auto</c>.</value>
    [Setting(Title = "Delimiter", Help = "The character between two values, or one of auto, comma, semicolon, tab, pipe.", Order = 6, Example = ";")]
    public string Delimiter { get; set; } = "auto";

    /// <summary>Gets or sets the character encoding.</summary>
    /// <value>An encoding's name, such as <c>utf-8</c> or <c>windows-1252</c>. Defaults to <c>auto</c>.</value>
    [Setting(Title = "Encoding", Help = "The name of a character encoding, or auto: byte order mark, else UTF-8 where the whole file is valid UTF-8, else Windows-1252.", Order = 7, Example = "windows-1252")]
    public string Encoding { get; set; } = "auto";

    /// <summary>Gets or sets a value indicating whether the first line of a CSV or TSV file names the columns.</summary>
    /// <value>Defaults to <see langword="true"/>. Otherwise the columns are called column1, column2 and so on.</value>
    [Setting(Title = "First line names the columns", Help = "Switch off for CSV and TSV files without a header; the columns are then called column1, column2, ...", Order = 8)]
    public bool HasHeader { get; set; } = true;

    /// <summary>Gets or sets the sheet of a workbook.</summary>
    /// <value>A sheet's name, or its number from 1. Defaults to nothing: the first one that is shown and not empty.</value>
    [Setting(Title = "Sheet", Help = "The name or number of a workbook's sheet; leave empty for the first one that is shown and not empty.", Order = 9, Example = "Customers")]
    public string Sheet { get; set; } = string.Empty;

    /// <summary>Gets or sets the list's name.</summary>
    /// <value>Defaults to nothing. <c>{file}</c> stands for the name of the file without its ending.</value>
    [Setting(Title = "Name of the list", Help = "Written on every record as list:NAME, and what hub source withdraw takes. {file} stands for the file's name without its ending.", Order = 10, Example = "spring-fair-2024")]
    public string List { get; set; } = string.Empty;

    /// <summary>Gets or sets who supplied the list.</summary>
    [Setting(Title = "Supplier", Help = "Who supplied the list; written on every record.", Order = 11, Example = "Example Data Ltd")]
    public string Supplier { get; set; } = string.Empty;

    /// <summary>Gets or sets what the licence allows.</summary>
    [Setting(Title = "Licence", Help = "The licence or contract under which the list is used; written on every record.", Order = 12, Example = "contract 2024-17, one year")]
    public string Licence { get; set; } = string.Empty;

    /// <summary>Gets or sets why the people may be processed.</summary>
    [Setting(Title = "Lawful basis", Help = "Why the people of the list may be processed (GDPR, article 6); written on every record.", Order = 13)]
    public LawfulBasis LawfulBasis { get; set; } = LawfulBasis.NotStated;

    /// <summary>Gets or sets the day the list was obtained.</summary>
    [Setting(Title = "Obtained on", Help = "The day the list was obtained, as year-month-day; written on every record.", Order = 14, Example = "2024-05-31")]
    public string ObtainedAt { get; set; } = string.Empty;

    /// <summary>Gets or sets what the entries of the list are.</summary>
    [Setting(Title = "Kind", Help = "People, or suppression: addresses, numbers and names at postal addresses that must not be contacted.", Order = 15)]
    public ListKind Kind { get; set; } = ListKind.People;

    /// <summary>Gets or sets the channels that a suppression list closes.</summary>
    /// <value>Names with commas between. Defaults to <c>email,sms,phone,post</c>.</value>
    [Setting(Title = "Channels", Help = "The channels that a suppression list closes, for marketing.", Order = 16, Example = "email,sms")]
    public string Channels { get; set; } = "email,sms,phone,post";

    /// <summary>Gets or sets how many seconds a file must lie unchanged before it is read.</summary>
    /// <value>Defaults to 0: at once.</value>
    [Setting(Title = "Settle time", Help = "Seconds that a local file must lie unchanged before it is read, for folders that others write to.", Order = 17, Example = "30", Minimum = 0, Maximum = 86400)]
    public int SettleSeconds { get; set; }

    /// <summary>Gets or sets a value indicating whether records stay when a full read no longer finds them.</summary>
    [Setting(Title = "Keep what is gone", Help = "Switch on where files are taken away once they are read; a full read then never concludes that a record is gone.", Order = 18)]
    public bool KeepGone { get; set; }

    /// <summary>Gets or sets whom to log in as: the user of HTTP or SFTP, the id of an access key of S3.</summary>
    [Setting(Title = "User", Help = "User of HTTP or SFTP, or the id of an access key of S3.", Order = 19)]
    public string User { get; set; } = string.Empty;

    /// <summary>Gets or sets the password of HTTP, or the secret of an access key of S3.</summary>
    [Setting(Title = "Password", Help = "Password of HTTP, or the secret of an access key of S3. SFTP uses a key file.", Order = 20)]
    public Secret? Password { get; set; }

    /// <summary>Gets or sets the address of what speaks like S3.</summary>
    [Setting(Title = "S3 endpoint", Help = "Address of a system that speaks like S3; leave empty for Amazon's own.", Order = 21, Example = "https://objects.example.com")]
    public string Endpoint { get; set; } = string.Empty;

    /// <summary>Gets or sets the region of the bucket.</summary>
    [Setting(Title = "S3 region", Help = "The region of the bucket.", Order = 22, Example = "eu-central-1")]
    public string S3Region { get; set; } = "us-east-1";

    /// <summary>Gets or sets the private key that SFTP logs in with.</summary>
    [Setting(Title = "Key file", Help = "Path of the private key for SFTP, without a passphrase, readable by the hub's user alone.", Order = 23, Example = "/etc/hub/list_key")]
    public string KeyFile { get; set; } = string.Empty;

    /// <summary>Gets or sets where the keys of SFTP servers are written.</summary>
    [Setting(Title = "Known hosts", Help = "Path of a known_hosts file with the server's key; a server with another key is refused.", Order = 24, Example = "/etc/hub/known_hosts")]
    public string KnownHosts { get; set; } = string.Empty;

    /// <summary>Gets or sets a value indicating whether logins and lists may travel without encryption.</summary>
    [Setting(Title = "Allow plain http", Help = "Log in at an http:// address, or use an S3 endpoint with http://, of another machine. Everyone on the way can read what is sent; for networks of your own.", Order = 25)]
    public bool AllowPlainHttp { get; set; }
}
