using System.Net;

namespace IntegrationHub.Integration.Tests.Collecting;

/// <summary>Stands between a client and the server. The first requests go wrong, each in its own way; the others pass.</summary>
internal sealed class FlakyProxy : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _client = new();
    private readonly Uri _target;
    private readonly Queue<string> _faults;
    private readonly Task _loop;

    /// <param name="target">Where requests go.</param>
    /// <param name="port">Where to listen.</param>
    /// <param name="faults">What happens to the first requests: a status, or <c>lost</c> for one that arrives while its answer does not.</param>
    internal FlakyProxy(Uri target, int port, params IEnumerable<string> faults)
    {
        _target = target;
        _faults = new Queue<string>(faults);
        Url = new Uri($"http://127.0.0.1:{port}");
        _listener.Prefixes.Add(Url.ToString());
        _listener.Start();
        _loop = Task.Run(RunAsync);
    }

    internal Uri Url { get; }

    internal int Requests { get; private set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _loop.WaitAsync(TimeSpan.FromSeconds(10));
        _client.Dispose();
    }

    private async Task RunAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return; // closed
            }

            Requests++;
            await AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var fault = _faults.Count > 0 ? _faults.Dequeue() : string.Empty;
        var status = fault is "" or "lost" ? await ForwardAsync(context.Request) : int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture);
        context.Response.StatusCode = fault == "lost" ? 500 : status;
        if (status == 429)
        {
            context.Response.Headers["Retry-After"] = "1";
        }

        context.Response.Close();
    }

    private async Task<int> ForwardAsync(HttpListenerRequest request)
    {
        using var body = new MemoryStream();
        await request.InputStream.CopyToAsync(body);
        using var forward = new HttpRequestMessage(new HttpMethod(request.HttpMethod), new Uri(_target, request.RawUrl)) { Content = new ByteArrayContent(body.ToArray()) };
        foreach (var name in request.Headers.AllKeys.OfType<string>().Where(n => !n.Equals("Host", StringComparison.OrdinalIgnoreCase)))
        {
            if (!forward.Headers.TryAddWithoutValidation(name, request.Headers[name]))
            {
                forward.Content.Headers.TryAddWithoutValidation(name, request.Headers[name]);
            }
        }

        using var answer = await _client.SendAsync(forward);
        return (int)answer.StatusCode;
    }
}
