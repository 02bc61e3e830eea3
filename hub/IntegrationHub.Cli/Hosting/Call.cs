using System.CommandLine;
using IntegrationHub.Cli.Printing;
using IntegrationHub.Core.Sources;
using IntegrationHub.Sync.Admin;

namespace IntegrationHub.Cli.Hosting;

/// <summary>One call of a verb.</summary>
internal sealed class Call(ParseResult parsed, Surroundings surroundings, Output output, DataFolder? folder, CancellationToken cancellationToken)
{
    public Surroundings Surroundings { get; } = surroundings;

    public Output Output { get; } = output;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public TimeProvider Clock => Surroundings.Clock;

    /// <summary>Gets the data folder that was named.</summary>
    /// <exception cref="AdminException">None was.</exception>
    public DataFolder Folder => folder ?? throw new AdminException(
        AdminFailure.WrongUse, "No data folder is named.", "--data DIR or the environment variable HUB_DATA", "hub --data ./hub-data init");

    /// <summary>Gets the data folder that was named, if one was.</summary>
    public DataFolder? FolderIfNamed => folder;

    /// <summary>Gets the open hub; only for verbs that say they use the folder.</summary>
    public Hub Hub => OpenHub ?? throw new InvalidOperationException("The verb did not ask for the data folder.");

    public Hub? OpenHub { get; set; }

    public bool IsVerbose => parsed.GetValue<bool>(CommandTree.VerboseOption);

    public T? Value<T>(Option<T> option) => parsed.GetValue(option);

    public T Value<T>(Argument<T> argument) => parsed.GetRequiredValue(argument);

    /// <summary>Gets the value of an argument that may be left out.</summary>
    public T? ValueOrNull<T>(Argument<T> argument) => parsed.GetValue(argument);

    /// <summary>Gets the values of an argument that may be left out.</summary>
    public string[] Values(Argument<string[]> argument) => parsed.GetValue(argument) ?? [];

    /// <summary>Makes a path absolute, from where the caller stands.</summary>
    public string PathOf(string path) => Path.GetFullPath(path, Surroundings.WorkingDirectory);

    /// <summary>Finds the source that an argument names.</summary>
    /// <exception cref="AdminException">There is none.</exception>
    public Task<Source> SourceAsync(Argument<string> name) => Hub.Sources.GetAsync(Value(name), CancellationToken);

    /// <summary>Prints a result: as JSON when asked for, else as text.</summary>
    public void Print<T>(T result, Action<Page> text) => Output.Write(result, text);
}
