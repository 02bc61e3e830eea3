using System.Net.Http.Headers;
using System.Text;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog.Tests;

/// <summary>What a real nginx writes.</summary>
public sealed class NginxTests
{
    [Fact]
    public async Task Users_of_a_real_nginx_become_people_and_their_visits_name_them()
    {
        using var folder = new LogFolder();
        var port = FreePort.Next();
        await using var nginx = await StartAsync(folder, port);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await AskAsync(client, "/", "anna@shop.example", "pw", "Mozilla/5.0 (X11; Linux x86_64) \"quoted\" Firefox/140.0");
        await AskAsync(client, "/f%C3%BCr/dich?secret=1", "anna@shop.example", "pw", "Mozilla/5.0 (X11; Linux x86_64) \"quoted\" Firefox/140.0");
        await AskAsync(client, "/", "jürgen", "pw", "Mozilla/5.0 (Macintosh)");
        await AskAsync(client, "/", "mallory", "wrong", "Mozilla/5.0 (Windows NT 10.0)");
        await AskAsync(client, "/", "anna@shop.example", "pw", "curl/8.0");

        var people = await folder.ReadAsync(LogFolder.Request("people"));
        var visits = await folder.ReadAsync(LogFolder.Request("visits"));

        Assert.Equal(
            ["email=anna@shop.example", "identifier:web-user=jürgen"],
            people.People.Select(p => Assert.Single(p.Fields)).Select(f => $"{f.Field}={f.Value}").Order(StringComparer.Ordinal));
        var anna = Assert.Single(visits.Interactions, v => v is { Type: "visit", PersonKey: "user:anna@shop.example" });
        Assert.Equal(2, (int)anna.Details["requests"]!);
        Assert.Equal("Mozilla/5.0 (X11; Linux x86_64) \"quoted\" Firefox/140.0", (string?)anna.Details["agent"]);
        Assert.DoesNotContain("secret", anna.Details.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(visits.Interactions, v => v.PersonKey == "user:mallory");
        Assert.Single(visits.Interactions, v => v.Type == "bot-visit");
        Assert.Empty(visits.Rejections);
    }

    private static async Task AskAsync(HttpClient client, string path, string user, string password, string agent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<RunningProgram> StartAsync(LogFolder folder, int port)
    {
        var users = Path.Combine(folder.Path, "users");
        await File.WriteAllLinesAsync(users, ["anna@shop.example:{PLAIN}pw", "jürgen:{PLAIN}pw", "mallory:{PLAIN}pw"], TestContext.Current.CancellationToken);
        var configuration = Path.Combine(folder.Path, "nginx.conf");
        await File.WriteAllTextAsync(
            configuration,
            $$"""
            daemon off;
            worker_processes 1;
            user root;
            pid {{folder.Path}}/nginx.pid;
            error_log stderr;
            events { }
            http {
              access_log {{folder.Log}} combined;
              client_body_temp_path {{folder.Path}}/body;
              proxy_temp_path {{folder.Path}}/proxy;
              fastcgi_temp_path {{folder.Path}}/fastcgi;
              uwsgi_temp_path {{folder.Path}}/uwsgi;
              scgi_temp_path {{folder.Path}}/scgi;
              server {
                listen 127.0.0.1:{{port}};
                auth_basic "shop";
                auth_basic_user_file {{users}};
                location / { default_type text/plain; try_files /none @hello; }
                location @hello { return 200 "hello"; }
              }
            }
            """,
            TestContext.Current.CancellationToken);
        var nginx = RunningProgram.Start(Counterparts.Program("nginx"), ["-c", configuration, "-p", folder.Path]);
        await nginx.WaitForPortAsync(port);
        return nginx;
    }
}
