namespace IntegrationHub.Plugins.Installing;

/// <summary>Says why a plugin was not installed, signed, removed or trusted, and what to do next. Nothing was changed.</summary>
public sealed class InstallException : Exception
{
    internal InstallException(string what, string? next = null, bool isWrongUse = false, Exception? cause = null)
        : base(what, cause)
    {
        Next = next;
        IsWrongUse = isWrongUse;
    }

    /// <summary>Gets what to do next, without a full stop.</summary>
    public string? Next { get; }

    /// <summary>Gets a value indicating whether the request itself was wrong: it names something that is not there.</summary>
    public bool IsWrongUse { get; }
}
