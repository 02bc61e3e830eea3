using IntegrationHub.Identity.Tests.Support;

namespace IntegrationHub.Identity.Tests.Scoring;

/// <summary>Identifiers by their behaviour, and attributes.</summary>
public sealed class IdentifierLevelsTests
{
    [Fact]
    public void Identifiers_and_attributes_are_graded() => Table.CheckLevels(string.Empty,
        """
        identifier:ssn: 111222333 ~ identifier:ssn: 111222333 => identifier (exclusive) exact
        identifier:ssn: 112823374 ~ identifier:ssn: 112823375 => identifier (exclusive) near
        identifier:ssn: 112823374 ~ identifier:ssn: 112823395 => identifier (exclusive) similar
        identifier:ssn: 112823374 ~ identifier:ssn: 994650081 => identifier (exclusive) different
        identifier:ssn: 112823 ~ identifier:ssn: 112895 => identifier (exclusive) different
        identifier:ssn: 1128237 ~ identifier:ssn: 1128954 => identifier (exclusive) different
        identifier:ssn: 112823 ~ identifier:ssn: 112825 => identifier (exclusive) near
        identifier:ssn: 11282 ~ identifier:ssn: 11285 => identifier (exclusive) different
        identifier:ssn: 11-28-23 ~ identifier:ssn: 112823 => identifier (exclusive) exact
        identifier:ssn: 1128233 ~ identifier:ssn: 1128255 => identifier (exclusive) similar
        identifier:ssn: 12 ~ identifier:ssn: 12 => nothing
        identifier:ssn: 111111 ~ identifier:ssn: 111111 => nothing
        identifier:ssn: 123456789 ~ identifier:ssn: 123456789 => nothing
        identifier:ssn: none ~ identifier:ssn: none => nothing
        identifier:loyalty: 7729104 ~ identifier:loyalty: 7729104 => identifier exact
        identifier:loyalty: 7729104 ~ identifier:loyalty: 7729105 => identifier near
        identifier:loyalty: 7729104 ~ identifier:loyalty: 8833015 => identifier different
        identifier:card: 7729104 ~ identifier:account: 7729104 => nothing
        identifier:cookie: 7729104 ~ identifier:cookie: 7729104 => identifier (device) exact
        identifier:cookie: 7729104 ~ identifier:cookie: 8833015 => identifier (device) different
        identifier:device: 7729104 ~ identifier:device: 8833015 => identifier (device) different
        identifier:loyalty: 8833015 | identifier:loyalty: 7729104 ~ identifier:loyalty: 7729104 => identifier exact
        identifier:loyalty: 7729104 ~ identifier:loyalty: 8833015 | identifier:loyalty: 7729104 => identifier exact
        identifier:loyalty: 7729104 | identifier:ssn: 112823374 ~ identifier:ssn: 112823374 | identifier:loyalty: 7729104 => identifier (exclusive) exact, identifier exact
        identifier:ssn: 11282 ~ identifier:ssn: 112825 => identifier (exclusive) different
        identifier:ssn: 112825 ~ identifier:ssn: 11282 => identifier (exclusive) different
        identifier:ssn: 112823 ~ identifier:ssn: 11282355 => identifier (exclusive) different
        identifier:ssn: 1128233 ~ identifier:ssn: 112823355 => identifier (exclusive) similar
        identifier:a: 8829104 | identifier:b: 7719105 ~ identifier:c: 8829104 | identifier:d: 7719105 => nothing
        identifier:a: 8829104 | identifier:b: 7719105 ~ identifier:b: 8829104 | identifier:d: 7719105 => identifier different
        attribute:size: large ~ attribute:size: large => attribute exact
        attribute:size: large ~ attribute:size: small => attribute different
        attribute:size: extralarge ~ attribute:size: extralarg => attribute near
        attribute:size: unknown ~ attribute:size: unknown => nothing
        attribute:colour: red ~ attribute:size: red => nothing
        """);
}
