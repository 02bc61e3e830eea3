namespace IntegrationHub.Sync.Admin;

/// <summary>Says to an admin what went wrong, what was expected and what to do next.</summary>
/// <remarks>None of the three texts ever holds a secret or a customer's value.</remarks>
public sealed class AdminException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="kind">Who must act.</param>
    /// <param name="what">What went wrong and where, a sentence.</param>
    /// <param name="expected">What would have been right, without a full stop; <see langword="null"/> when the first sentence says it.</param>
    /// <param name="next">What to do next, without a full stop.</param>
    /// <param name="innerException">The cause.</param>
    public AdminException(
        AdminFailure kind, string what, string? expected = null, string? next = null, Exception? innerException = null)
        : base(what, innerException)
    {
        Kind = kind;
        Expected = expected;
        Next = next;
    }

    /// <summary>Gets who must act.</summary>
    public AdminFailure Kind { get; }

    /// <summary>Gets what would have been right.</summary>
    public string? Expected { get; }

    /// <summary>Gets what to do next.</summary>
    public string? Next { get; }

    internal static AdminException WrongUse(string what, string? expected = null, string? next = null) =>
        new(AdminFailure.WrongUse, what, expected, next);

    internal static AdminException NotFound(string what, string? expected = null, string? next = null) =>
        new(AdminFailure.NotFound, what, expected, next);

    internal static AdminException Conflict(string what, string? expected = null, string? next = null) =>
        new(AdminFailure.Conflict, what, expected, next);

    internal static AdminException Failed(string what, string? expected = null, string? next = null, Exception? cause = null) =>
        new(AdminFailure.Failed, what, expected, next, cause);
}
