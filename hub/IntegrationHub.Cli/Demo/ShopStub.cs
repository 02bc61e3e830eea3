using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace IntegrationHub.Cli.Demo;

/// <summary>Plays the shop's Matomo and Square on loopback while the demo runs.</summary>
internal sealed class ShopStub : IAsyncDisposable
{
    private static readonly PathString MatomoPath = new("/matomo");
    private static readonly PathString SquarePath = new("/square");

    private readonly WebApplication _application;

    private ShopStub(WebApplication application, string token)
    {
        _application = application;
        Token = token;
        var address = new Uri(application.Urls.First());
        MatomoAddress = new Uri(address, MatomoPath + "/");
        SquareAddress = new Uri(address, SquarePath + "/");
    }

    /// <summary>Gets what both want to see.</summary>
    public string Token { get; }

    public Uri MatomoAddress { get; }

    public Uri SquareAddress { get; }

    /// <summary>Starts on a free port.</summary>
    public static async Task<ShopStub> StartAsync(CancellationToken cancellationToken)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var matomo = new MatomoEndpoint(token, DemoFiles.Read);
        var square = new SquareEndpoint(token, DemoFiles.Read);

        // Empty: no settings file or variable of the caller's folder may change what the demo does.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        application.Run(context => AnswerAsync(context, matomo, square));
        await application.StartAsync(cancellationToken);
        return new ShopStub(application, token);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, MatomoEndpoint matomo, SquareEndpoint square)
    {
        var answer = context.Request.Path.StartsWithSegments(MatomoPath, StringComparison.Ordinal) ? await matomo.AnswerAsync(context.Request)
            : context.Request.Path.StartsWithSegments(SquarePath, StringComparison.Ordinal, out var rest) ? await square.AnswerAsync(context.Request, rest)
            : new StubAnswer(StatusCodes.Status404NotFound, new JObject());
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.Body.ToString(Formatting.None), context.RequestAborted);
    }
}
