namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>An e-mail address in two parts.</summary>
/// <param name="Local">What stands before the at sign.</param>
/// <param name="Domain">What stands behind it.</param>
internal sealed record Mailbox(string Local, string Domain);
