using Sample.Connector.FakeApi;

// Plays the API until Enter or Ctrl+C. The tests use the same class.
await using var api = await FakeServer.StartAsync();
Console.WriteLine($"url={api.Address}");
Console.WriteLine($"token={FakeServer.Token}");
await Console.In.ReadLineAsync();
