using System.Diagnostics;
using System.Security.Cryptography;
using IntegrationHub.Server.Api;
using IntegrationHub.Server.Collecting;
using IntegrationHub.Server.Security;
using IntegrationHub.Sync.Admin;
using IntegrationHub.Sync.Receiving;
using IntegrationHub.Sync.Schedules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace IntegrationHub.Server;

/// <summary>Serves the read API, receives what is pushed and runs the schedules of one data folder until it is told to stop.</summary>
public static class HubServer
{
    /// <summary>Runs the server.</summary>
    /// <param name="options">Where and for what.</param>
    /// <param name="configure">Registers the store and the services; they stay the caller's to dispose.</param>
    /// <param name="started">Told the addresses once requests are answered.</param>
    /// <param name="cancellationToken">Stops the server; runs under way stop at their next checkpoint.</param>
    /// <returns>A task that ends when the server has stopped.</returns>
    /// <exception cref="AdminException">It may not listen where it is asked to.</exception>
    public static async Task RunAsync(
        HubServerOptions options,
        Action<IServiceCollection> configure,
        Action<IReadOnlyCollection<string>> started,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configure);
        ArgumentNullException.ThrowIfNull(started);

        ListenRule.Check(options);
        var token = RandomNumberGenerator.GetHexString(64, lowercase: true);
        await using var app = Build(options, configure, token);
        await app.StartAsync(cancellationToken);
        try
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            var self = Process.GetCurrentProcess();
            new ServerFile(LoopbackOf(addresses), token, Environment.ProcessId, new DateTimeOffset(self.StartTime)).Write(options.Folder);
            started([.. addresses]);
            await app.WaitForShutdownAsync(cancellationToken);
        }
        finally
        {
            ServerFile.Remove(options.Folder);
        }
    }

    private static WebApplication Build(HubServerOptions options, Action<IServiceCollection> configure, string token)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls([.. options.Urls.Select(u => u.ToString())]);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = ReceivingLimits.BodyBytesMax;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(new KeyRing(new ApiKeyFile(options.Folder.ApiKeysPath), token));
        configure(builder.Services);
        builder.Services.AddSchedules(options.Folder.FullPath);
        builder.Services.AddQuartzHostedService(q => q.WaitForJobsToComplete = true);
        builder.Services.AddHostedService<ReceivingService>();
        builder.Services.AddProblemDetails(Problems.Configure);
        builder.Services.AddExceptionHandler<ProblemExceptionHandler>();
        builder.Services.AddOpenApi("v1", OpenApiDocument.Configure);

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<KeyMiddleware>();
        app.MapOpenApi("/openapi/{documentName}.json").RequireScope(Scopes.Read);
        app.MapHealth();
        app.MapCustomers();
        app.MapChanges();
        app.MapCollect();
        app.MapCommands();
        RouteRule.Check(app);
        return app;
    }

    private static string LoopbackOf(ICollection<string> addresses)
    {
        var first = addresses.Select(a => new Uri(a.Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
            .Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal))).First();
        return first.GetLeftPart(UriPartial.Authority);
    }
}
