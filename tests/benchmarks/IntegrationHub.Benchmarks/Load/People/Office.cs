namespace IntegrationHub.Benchmarks.Load.People;

/// <summary>An employer, whose number and mailbox many people give.</summary>
/// <param name="Phone">The switchboard, ten digits.</param>
/// <param name="Mailbox">The mailbox everybody reads.</param>
internal sealed record Office(string Phone, Mailbox Mailbox);
