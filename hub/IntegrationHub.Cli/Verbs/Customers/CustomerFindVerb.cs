using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Core.Customers;
using IntegrationHub.Sdk.Messages;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Customers;

/// <summary><c>hub customer find</c>.</summary>
internal sealed class CustomerFindVerb : Verb
{
    private readonly Option<string?> _email = new("--email") { Description = "An e-mail address, in any spelling.", HelpName = "E" };
    private readonly Option<string?> _phone = new("--phone") { Description = "A phone number, in any spelling.", HelpName = "P" };
    private readonly Option<string?> _identifier = new("--identifier") { Description = "An identifier with its namespace.", HelpName = "NS:VALUE" };
    private readonly Option<string?> _name = new("--name") { Description = "Words of a name; case and accents do not count.", HelpName = "TEXT" };
    private readonly Option<string?> _region = new("--region") { Description = "The region of a phone number without country code.", HelpName = "US" };
    private readonly Option<int> _limit = LimitOption.New("The most customers to list.", 20, 1000);

    public CustomerFindVerb()
        : base(
            "find",
            "Find customers by e-mail, phone, identifier or name. Nobody found is no failure: the list is empty.",
            "hub customer find --email ada@example.com",
            "hub customer find --phone \"(402) 555-0136\" --region US",
            "hub customer find --identifier loyalty:4711 --json",
            "hub customer find --name \"ada byron\"")
    {
        Add(_email);
        Add(_phone);
        Add(_identifier);
        Add(_name);
        Add(_region);
        Add(_limit);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var customers = await FindAsync(call);
        call.Print(customers.Select(CustomerView.Of), page =>
        {
            if (customers.Count == 0)
            {
                page.Line("Nobody found.");
                return;
            }

            page.Table(
                ["ID", "NAME", "EMAIL", "PHONE", "RECORDS"],
                [.. customers.Select(c => (IReadOnlyList<string>)
                [
                    c.Uid.ToString("D"),
                    GoldenText.Of(c.Golden, PersonFields.NameGiven, PersonFields.NameFamily),
                    GoldenText.Of(c.Golden, PersonFields.Email),
                    GoldenText.Of(c.Golden, PersonFields.Phone),
                    c.RecordCount.ToString(CultureInfo.InvariantCulture),
                ])]);
        });
        return ExitCode.Done;
    }

    private Task<IReadOnlyList<Customer>> FindAsync(Call call)
    {
        var given = new[] { _email, _phone, _identifier, _name }.Where(o => !string.IsNullOrWhiteSpace(call.Value(o))).ToList();
        if (given.Count != 1)
        {
            throw new AdminException(AdminFailure.WrongUse, "By what?", "one of --email, --phone, --identifier, --name");
        }

        var value = call.Value(given[0])!;
        var limit = call.Value(_limit);
        if (given[0] == _name)
        {
            return call.Hub.Customers.FindByNameAsync(value, limit, call.CancellationToken);
        }

        var field = given[0] == _email ? PersonFields.Email : PersonFields.Phone;
        if (given[0] == _identifier)
        {
            var at = value.IndexOf(':', StringComparison.Ordinal);
            if (at <= 0 || at == value.Length - 1)
            {
                throw new AdminException(AdminFailure.WrongUse, "The identifier cannot be understood.", "NAMESPACE:VALUE, for example loyalty:4711");
            }

            (field, value) = (PersonFields.Identifier(value[..at]), value[(at + 1)..]);
        }

        return call.Hub.Customers.FindByValueAsync(field, value, call.Value(_region), limit, call.CancellationToken);
    }
}
