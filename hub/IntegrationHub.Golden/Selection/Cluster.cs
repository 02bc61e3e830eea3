using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Golden.Selection;

/// <summary>One value with all the records that say it.</summary>
internal struct Cluster
{
    /// <summary>The value that equal values share.</summary>
    internal string Value;

    /// <summary>The form to show; differs from <see cref="Value"/> for e-mails whose identity form cannot be delivered to everywhere.</summary>
    internal string Shown;

    internal FieldKind Kind;

    /// <summary>The record that speaks for it: the one with the best score.</summary>
    internal int Lead;

    /// <summary>For addresses: the group within the lead record.</summary>
    internal int Group;

    internal double LeadScore;
    internal double Score;
    internal double Trust;
    internal long NewestTicks;
    internal long FirstSeenTicks;
    internal int Records;

    /// <summary>One bit per source; the 64th stands for all further ones.</summary>
    internal ulong Sources;

    /// <summary>The last record counted, so that a value repeated in one record counts once.</summary>
    internal int LastRecord;
}
