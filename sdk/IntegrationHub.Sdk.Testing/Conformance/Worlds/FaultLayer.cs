using System.Collections.Concurrent;
using System.Text;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Sdk.Testing.Conformance;

/// <summary>Stands before a stub server's routes and makes them fail. Thread-safe.</summary>
internal sealed class FaultLayer(Func<WorldFault, StubRequest, StubResponse> answer)
{
    private readonly ConcurrentDictionary<string, StubResponse> _firstPages = new(StringComparer.Ordinal);
    private int _requests;
    private int _answering;
    private volatile Broken? _broken;

    internal int Requests => Volatile.Read(ref _requests);

    internal bool IsAnswering => Volatile.Read(ref _answering) > 0;

    internal void Break(WorldFault fault, int after)
    {
        _firstPages.Clear();
        _broken = new Broken(fault, Requests + after);
    }

    internal async Task<StubResponse> AnswerAsync(
        StubRequest request, Func<Task<StubResponse>> route, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _requests);
        if (_broken is { Fault: WorldFault.Silence } silent && number > silent.From)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }

        Interlocked.Increment(ref _answering);
        try
        {
            return _broken is { } broken ? await BreakAsync(broken, number, request, route).ConfigureAwait(false) : await route().ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _answering);
        }
    }

    internal static StubResponse Careless(WorldFault fault, StubRequest request)
    {
        var words = new JObject
        {
            ["error"] = $"{request.Headers.GetValueOrDefault("Authorization")} {request.QueryText} {request.Body}",
        };
        return fault switch
        {
            WorldFault.TooManyRequests => StubResponse.Json(words, 429).With("Retry-After", "3600"),
            WorldFault.Unauthorized => StubResponse.Json(words, 401),
            _ => StubResponse.Json(words, 500),
        };
    }

    private async Task<StubResponse> BreakAsync(Broken broken, int number, StubRequest request, Func<Task<StubResponse>> route)
    {
        if (broken.Fault == WorldFault.PagingLoop)
        {
            return await LoopAsync(request, route).ConfigureAwait(false);
        }

        if (number <= broken.From)
        {
            return await route().ConfigureAwait(false);
        }

        var careless = $"{request.Headers.GetValueOrDefault("Authorization")} {request.QueryText} {request.Body}";
        return broken.Fault switch
        {
            WorldFault.Cut => StubResponse.Cut(),
            WorldFault.Garbage => StubResponse.JsonText("\u0001\u0002%PDF- ]}[ " + careless),
            WorldFault.HtmlPage => StubResponse.Html($"<!DOCTYPE html><html><body>Please log in. {careless}</body></html>"),
            WorldFault.HalfDocument => HalfOf(await route().ConfigureAwait(false)),
            WorldFault.CutMidway => (await route().ConfigureAwait(false)).CutMidway(),
            _ => answer(broken.Fault, request),
        };
    }

    // A page is told by where it lies: of each path, asked for the same kind of thing, the first answer comes for ever.
    private async Task<StubResponse> LoopAsync(StubRequest request, Func<Task<StubResponse>> route)
    {
        var place = request.Method + " " + request.Path;
        if (_firstPages.TryGetValue(place, out var first))
        {
            return first;
        }

        var response = await route().ConfigureAwait(false);
        return _firstPages.GetOrAdd(place, response);
    }

    private static StubResponse HalfOf(StubResponse response)
    {
        var bytes = Encoding.UTF8.GetBytes(response.Body);
        return response with { Body = Encoding.UTF8.GetString(bytes, 0, bytes.Length / 2) };
    }

    private sealed record Broken(WorldFault Fault, int From);
}
