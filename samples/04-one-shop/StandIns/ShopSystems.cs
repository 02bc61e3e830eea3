using System.Net;
using IntegrationHub.Cli.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace StandIns;

/// <summary>Plays the tills, the outlet, the web analytics and the newsletter tool of the shop on one port.</summary>
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
        var shopify = new ShopifyEndpoint(secrets.Shopify);
        var odoo = new OdooEndpoint(secrets.Odoo);
        var mailchimp = new MailchimpEndpoint(secrets.Mailchimp);
        (PathString Below, Func<HttpRequest, PathString, Task<StubAnswer>> AnswerAsync)[] systems =
        [
            ("/matomo", (request, _) => matomo.AnswerAsync(request)),
            ("/square", (request, path) => square.AnswerAsync(request, path)),
            ("/shopify", (request, _) => shopify.AnswerAsync(request)),
            ("/odoo", (request, _) => odoo.AnswerAsync(request)),
            ("/mailchimp/3.0", (request, path) => Task.FromResult(mailchimp.Answer(request, path))),
        ];
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        application.Run(async context =>
        {
            var answer = await AnswerAsync(context.Request, systems);
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer.Body.ToString(Formatting.None), context.RequestAborted);
        });
        await application.StartAsync();
        return new ShopSystems(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task<StubAnswer> AnswerAsync(
        HttpRequest request, (PathString Below, Func<HttpRequest, PathString, Task<StubAnswer>> AnswerAsync)[] systems)
    {
        foreach (var (below, answerAsync) in systems)
        {
            if (request.Path.StartsWithSegments(below, StringComparison.Ordinal, out var path))
            {
                return await answerAsync(request, path);
            }
        }

        return new StubAnswer(StatusCodes.Status404NotFound, new JObject());
    }
}
