using System.Net;
using IntegrationHub.Cli.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace StandIns;

/// <summary>Plays the till, the web analytics and the newsletter tool of the shop on one port.</summary>
internal sealed class ShopSystems : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ShopSystems(WebApplication application)
    {
        _application = application;
    }

    /// <summary>Gets where they answer, without a slash at the end.</summary>
    public string Address => _application.Urls.First();

    /// <summary>Starts on a free port.</summary>
    /// <param name="secrets">What each of them wants to see.</param>
    public static async Task<ShopSystems> StartAsync(ShopSecrets secrets)
    {
        var matomo = new MatomoEndpoint(secrets.Matomo, ShopFiles.Read);
        var square = new SquareEndpoint(secrets.Square, ShopFiles.Read);
        var mailchimp = new MailchimpEndpoint(secrets.Mailchimp);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        application.Run(async context =>
        {
            var answer = await AnswerAsync(context.Request, matomo, square, mailchimp);
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer.Body.ToString(Formatting.None), context.RequestAborted);
        });
        await application.StartAsync();
        return new ShopSystems(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task<StubAnswer> AnswerAsync(HttpRequest request, MatomoEndpoint matomo, SquareEndpoint square, MailchimpEndpoint mailchimp)
    {
        if (request.Path.StartsWithSegments("/matomo", StringComparison.Ordinal))
        {
            return await matomo.AnswerAsync(request);
        }

        if (request.Path.StartsWithSegments("/square", StringComparison.Ordinal, out var path))
        {
            return await square.AnswerAsync(request, path);
        }

        return request.Path.StartsWithSegments("/mailchimp/3.0", StringComparison.Ordinal, out path)
            ? mailchimp.Answer(request, path)
            : new StubAnswer(StatusCodes.Status404NotFound, new JObject());
    }
}
