using System.Globalization;
using IntegrationHub.Connectors.Lists.Files;
using IntegrationHub.Connectors.Lists.Mapping;
using IntegrationHub.Connectors.Lists.Reading;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.Lists.Ldif;

/// <summary>Reads the people of an LDIF file (RFC 2849): whole entries, and changes that add or delete one.</summary>
internal sealed class LdifListReader(string stream, string file, Utf8Source source, DateReader dates, ListPosition start) : ListReader
{
    private readonly LdifEntries _entries = new(source, start);

    internal override ListPosition Position => _entries.Position;

    internal override Message? Read(CancellationToken cancellationToken)
    {
        while (_entries.Read() is { } entry)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((entry.Problem ?? ProblemOf(entry)) is { } problem)
            {
                return new RejectedRecord(stream, string.Create(CultureInfo.InvariantCulture, $"Entry at line {entry.Line} of {file}: {problem}."), entry.Raw);
            }

            if (entry.ChangeType == "delete")
            {
                return new DeletedRecord(stream, LdifPerson.KeyOf(entry.Dn));
            }

            if (LdifPerson.IsPerson(entry))
            {
                return LdifPerson.Of(entry, stream, dates);
            }
        }

        return null;
    }

    protected override void Dispose(bool disposing) => source.Dispose();

    private static string? ProblemOf(LdifEntry entry) =>
        entry.ChangeType is not ("add" or "delete")
            ? "it changes a part of an entry; expected whole entries, or changetype add or delete"
            : LdifPerson.KeyOf(entry.Dn).Length > ListLimits.KeyCharsMax ? $"its dn is longer than {ListLimits.KeyCharsMax} characters"
            : entry.Dn.Contains('\0', StringComparison.Ordinal) || entry.Attributes.Exists(static a => a.Value.Contains('\0', StringComparison.Ordinal))
                ? "it holds a NUL character; is the file damaged or its encoding another?"
            : null;
}
