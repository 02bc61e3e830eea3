using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Sdk.Testing;

/// <summary>A web server on a free port of 127.0.0.1 that answers as a test tells it and remembers what it was asked.</summary>
/// <remarks>Thread-safe; handlers of concurrent requests run concurrently. A request that no route takes gets
/// status 404 with a JSON body that names the method and path.</remarks>
public sealed class StubServer : IAsyncDisposable
{
    private const int BodyBytesMax = 64 * 1024 * 1024;

    private readonly WebApplication _application;
    private readonly ConcurrentQueue<StubRequest> _requests = new();
    private readonly ConcurrentDictionary<string, Func<StubRequest, CancellationToken, Task<StubResponse>>> _routes =
        new(StringComparer.Ordinal);

    private Func<StubRequest, Func<Task<StubResponse>>, CancellationToken, Task<StubResponse>> _intercept = (_, route, _) => route();

    private StubServer(WebApplication application) => _application = application;

    /// <summary>Gets the address, ending with a slash.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Gets the requests received so far, in the order of arrival.</summary>
    public IReadOnlyList<StubRequest> Requests => _requests.ToArray();

    /// <summary>Starts a server.</summary>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>The running server; dispose of it to stop it.</returns>
    public static async Task<StubServer> StartAsync(CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Limits.MaxRequestBodySize = BodyBytesMax;
            options.AddServerHeader = false;
        });
        var application = builder.Build();
        var server = new StubServer(application);
        application.Run(server.HandleAsync);
        await application.StartAsync(cancellationToken).ConfigureAwait(false);

        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        server.Address = new Uri(addresses.Addresses.First() + "/");
        return server;
    }

    /// <summary>Adds a route, or replaces the one for the same method and path.</summary>
    /// <param name="method">The method, such as <c>GET</c>.</param>
    /// <param name="path">The path, starting with a slash, compared exactly; <c>/*</c> takes every path that has no route of its own.</param>
    /// <param name="answer">Makes the answer.</param>
    /// <returns>This server.</returns>
    public StubServer On(string method, string path, Func<StubRequest, StubResponse> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return On(method, path, (request, _) => Task.FromResult(answer(request)));
    }

    /// <summary>Adds a route whose answer takes time, or replaces the one for the same method and path.</summary>
    /// <param name="method">The method, such as <c>GET</c>.</param>
    /// <param name="path">The path, starting with a slash, compared exactly; <c>/*</c> takes every path that has no route of its own.</param>
    /// <param name="answer">Makes the answer; its token is cancelled when the client goes away.</param>
    /// <returns>This server.</returns>
    public StubServer On(string method, string path, Func<StubRequest, CancellationToken, Task<StubResponse>> answer)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(answer);

        _routes[method.ToUpperInvariant() + " " + path] = answer;
        return this;
    }

    /// <summary>Puts something before all routes: it sees each request and decides whether the route answers.</summary>
    /// <param name="intercept">Takes the request, the way to the route's answer, and a token that is cancelled when the client goes away.</param>
    /// <returns>This server.</returns>
    public StubServer Intercept(Func<StubRequest, Func<Task<StubResponse>>, CancellationToken, Task<StubResponse>> intercept)
    {
        ArgumentNullException.ThrowIfNull(intercept);

        _intercept = intercept;
        return this;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A client may still hold a request open; a stub does not wait for it.
        using var now = new CancellationTokenSource();
        await now.CancelAsync().ConfigureAwait(false);
        await _application.StopAsync(now.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private async Task HandleAsync(HttpContext context)
    {
        var request = await ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        _requests.Enqueue(request);

        var response = await _intercept(request, () => RouteAsync(request, context.RequestAborted), context.RequestAborted).ConfigureAwait(false);
        if (response.IsCut)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = response.StatusCode;
        context.Response.ContentType = response.ContentType;
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (response.IsCutMidway)
        {
            await WriteHalfAsync(context, response.Body).ConfigureAwait(false);
            return;
        }

        await context.Response.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private Task<StubResponse> RouteAsync(StubRequest request, CancellationToken cancellationToken) =>
        _routes.TryGetValue(request.Method + " " + request.Path, out var route)
            || _routes.TryGetValue(request.Method + " /*", out route)
                ? route(request, cancellationToken)
                : Task.FromResult(StubResponse.JsonText(
                    $$"""{"error":"no stub for {{request.Method}} {{request.Path}}"}""", StatusCodes.Status404NotFound));

    private static async Task WriteHalfAsync(HttpContext context, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        context.Abort();
    }

    private static async Task<StubRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        return new StubRequest
        {
            Method = request.Method.ToUpperInvariant(),
            Path = request.Path.Value ?? "/",
            QueryText = request.QueryString.Value ?? string.Empty,
            Query = request.Query.ToDictionary(q => q.Key, q => q.Value.LastOrDefault() ?? string.Empty, StringComparer.Ordinal),
            Headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Body = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false),
        };
    }
}
