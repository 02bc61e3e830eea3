using System.Globalization;

namespace IntegrationHub.Benchmarks.Connectors.Data;

/// <summary>An access log: visits of five pages, of which several are under way at a time, every fourth by somebody who is logged in.</summary>
internal static class LogLines
{
    private const int PagesPerVisit = 5;
    private const int VisitsAtATime = 20;
    private const int LoggedInEvery = 4;
    private const int SecondsPerLine = 3;
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(string path, int visits)
    {
        using var file = new StreamWriter(path);
        for (var i = 0; i < visits * PagesPerVisit; i++)
        {
            var visit = (i / (PagesPerVisit * VisitsAtATime) * VisitsAtATime) + (i % VisitsAtATime);
            var user = visit % LoggedInEvery == 0 ? string.Create(CultureInfo.InvariantCulture, $"member-{visit / 3}") : "-";
            file.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"10.{visit >> 16 & 255}.{visit >> 8 & 255}.{visit & 255} - {user} [{Start.AddSeconds((double)i * SecondsPerLine):dd/MMM/yyyy:HH:mm:ss} +0000] \"GET /shoes/{i % 997}?page=2 HTTP/1.1\" 200 {5_000 + (i % 4_000)} \"https://shop.example/shoes/\" \"{Browser}\"\n"));
        }
    }
}
