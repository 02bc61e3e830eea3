using System.Globalization;
using System.Reflection;
using IntegrationHub.Core.Storage;

namespace IntegrationHub.Storage.Sqlite.Engine;

/// <summary>Brings a store to the newest schema, one numbered step at a time, each in its own transaction.</summary>
internal static class Migrator
{
    private static readonly List<string> Steps = ReadSteps();

    /// <summary>Gets the newest schema version known.</summary>
    public static int Newest => Steps.Count;

    /// <summary>Refuses a store of a newer hub. Reads only.</summary>
    /// <param name="database">The connection.</param>
    /// <exception cref="StoreVersionException">The store is newer.</exception>
    public static void RefuseNewer(Database database)
    {
        var found = VersionOf(database);
        if (found > Newest)
        {
            throw new StoreVersionException(found, Newest);
        }
    }

    /// <summary>Runs the missing steps.</summary>
    /// <param name="database">The connection.</param>
    /// <param name="cancellationToken">Stops before the next step.</param>
    public static void Run(Database database, CancellationToken cancellationToken)
    {
        while (VersionOf(database) < Newest)
        {
            cancellationToken.ThrowIfCancellationRequested();
            database.Write(Step);
        }
    }

    private static int Step(Database database)
    {
        // Another process may have done it while this one waited for the write lock.
        var version = VersionOf(database);
        if (version < Newest)
        {
            database.Execute(Steps[version]);
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}"));
        }

        return version;
    }

    private static int VersionOf(Database database)
    {
        var select = database.Prepare("PRAGMA user_version");
        select.Next();
        var version = select.Int32(0);
        select.Reset();
        return version;
    }

    private static List<string> ReadSteps()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        var steps = new List<string>();
        foreach (var name in names)
        {
            if (int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture) != steps.Count + 1)
            {
                throw new InvalidOperationException($"Migration {name} is out of order; number {steps.Count + 1} was expected.");
            }

            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            steps.Add(reader.ReadToEnd());
        }

        return steps;
    }
}
