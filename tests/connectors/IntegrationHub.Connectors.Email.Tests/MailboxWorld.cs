using System.Globalization;
using System.Text;
using IntegrationHub.Sdk.Settings;
using IntegrationHub.Sdk.Testing.Conformance;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Connectors.Email.Tests;

/// <summary>A mail folder: an mbox, a Maildir and single mails.</summary>
public sealed class MailboxWorld : SourceWorld<MailboxConnector>
{
    private readonly MailFolder _folder = new();

    public override string BaseDirectory => _folder.Path;

    // The connector makes names out of display names, and leaves out what is none.
    public override bool KeepsNames => false;

    public override string RecordKeyOf(string key) => key + "@home.example";

    public override Task<JObject> StartAsync(CancellationToken cancellationToken)
    {
        _folder.Write("mail/box", MailFolder.Mbox(Enumerable.Range(1, 9).Select(i => Mail($"p{i}", $"Ann Nº{i}"))), Now.AddDays(-3));
        _folder.MakeMaildir("mail/dir");
        _folder.Write("mail/dir/cur/1.a:2,S", Mail("q1", "Joe Doe"), Now.AddDays(-4));
        _folder.Write("mail/single/1.eml", Mail("r1", "Eve Doe"), Now.AddDays(-4));
        return Task.FromResult(new JObject { ["path"] = "mail", ["ownAddresses"] = "@shop.example", ["spamFilter"] = false }); // Hostile names look like advertising.
    }

    public override IReadOnlyDictionary<string, JToken> WrongValues(JObject settings, SettingsSchema schema) =>
        new Dictionary<string, JToken>(StringComparer.Ordinal) { ["path"] = "missing" };

    public override bool AddPeople(IEnumerable<WorldPerson> people)
    {
        using (var writer = new StreamWriter(Path.Combine(_folder.Path, "mail", "box"), append: true, Encoding.Latin1))
        {
            foreach (var person in people)
            {
                writer.Write(MailFolder.Mbox(Mail(person.Key, person.Name)));
            }
        }

        return true;
    }

    protected override ValueTask DisposeCoreAsync()
    {
        _folder.Dispose();
        return base.DisposeCoreAsync();
    }

    internal static string Mail(string key, string name)
    {
        var word = string.Create(CultureInfo.InvariantCulture, $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(name))}?=");
        return MailFolder.Mail($"{word} <{key}@home.example>", "info@shop.example", key);
    }
}
