using IntegrationHub.Plugins;
using IntegrationHub.Sdk;
using IntegrationHub.Server.Security;
using IntegrationHub.Sync.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Server.Collecting;

/// <summary>Receives what other systems push. There is no route but for sources whose connector receives; who may send is that
/// connector's to decide, from its own settings.</summary>
internal static class CollectEndpoint
{
    private static readonly TimeSpan AfterStop = TimeSpan.FromSeconds(5);

    internal static void MapCollect(this IEndpointRouteBuilder routes) =>
        routes.Map("/v1/collect/{source}/{**path}", ReceiveAsync).AllowAnyone().ExcludeFromDescription();

    private static async Task ReceiveAsync(
        HttpContext context,
        string source,
        SourceReceivers receivers,
        TimeProvider clock,
        IHostApplicationLifetime lifetime,
        ILogger<ReceivingService> logger)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await WriteAsync(context, new ReceivedAnswer(StatusCodes.Status503ServiceUnavailable, string.Empty, string.Empty) { RetryAfter = AfterStop });
            return;
        }

        if (await FindAsync(source, receivers, logger, context) is not { } receiver)
        {
            return;
        }

        if (CrossOrigin.Answer(context, receiver.AllowedOrigins))
        {
            return;
        }

        var room = context.Request.ContentLength ?? ReceivingLimits.BodyBytesMax;
        if (room > ReceivingLimits.BodyBytesMax)
        {
            throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge);
        }

        await WriteAsync(context, await receiver.ReceiveAsync(room, () => RequestReader.ReadAsync(context, source, clock.GetUtcNow())));
    }

    private static async Task<SourceReceiver?> FindAsync(string source, SourceReceivers receivers, ILogger logger, HttpContext context)
    {
        try
        {
            if (await receivers.FindAsync(source, context.RequestAborted) is { } receiver)
            {
                return receiver;
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        catch (Exception e) when (e is PluginException or ConnectorException or ObjectDisposedException)
        {
            // The admin must act; the sender keeps what it has and tries again.
            logger.ReceiverNotOpened(source, e.Message);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "60";
        }

        return null;
    }

    private static async Task WriteAsync(HttpContext context, ReceivedAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.StatusCode;
        response.Headers.RetryAfter = answer.RetryAfterSeconds;
        if (answer.Body.Length > 0)
        {
            response.ContentType = answer.ContentType;
            await response.WriteAsync(answer.Body, context.RequestAborted);
        }
    }
}
