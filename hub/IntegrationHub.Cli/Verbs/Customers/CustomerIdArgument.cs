using System.CommandLine;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Verbs.Customers;

/// <summary>The argument that names a customer.</summary>
internal static class CustomerIdArgument
{
    public static Argument<string> New(string name = "ID") => new(name) { Description = "The customer's id; old ids of merged customers work too." };

    public static Guid Parse(string text) => Guid.TryParse(text, out var id)
        ? id
        : throw new AdminException(
            AdminFailure.WrongUse, "That is no customer id.", "an id such as 01890a5d-ac96-774b-bcce-b302099a8057", "hub customer find --name TEXT");
}
