using System.Text;

namespace IntegrationHub.Connectors.WebAnalytics.AccessLog.Tests;

public sealed class LineTests
{
    [Theory]
    [InlineData("""192.0.2.1 - - [17/May/2015:10:05:03 +0200] "GET /a?b=c HTTP/1.1" 200 12 "-" "-" """, "192.0.2.1", null, "GET", "/a?b=c", 200, 12)]
    [InlineData("""192.0.2.1 - anna [17/May/2015:10:05:03 +0200] "GET / HTTP/1.0" 304 -""", "192.0.2.1", "anna", "GET", "/", 304, 0)]
    [InlineData("""2001:db8::1 - Anna Muster [17/May/2015:10:05:03 +0200] "HEAD / HTTP/2.0" 200 0""", "2001:db8::1", "Anna Muster", "HEAD", "/", 200, 0)]
    [InlineData("""shop.example:443 192.0.2.7 - anna [17/May/2015:10:05:03 +0200] "GET / HTTP/1.1" 404 5""", "192.0.2.7", "anna", "GET", "/", 404, 5)]
    [InlineData("""192.0.2.1 - anna [17/May/2015:10:05:03 +0200] "GET / HTTP/1.1" 401 5""", "192.0.2.1", null, "GET", "/", 401, 5)]
    [InlineData("""192.0.2.1 - - [17/May/2015:10:05:03 +0200] "\x16\x03\x01" 400 157 "-" "-" """, "192.0.2.1", null, "", "\u0016\u0003\u0001", 400, 157)]
    [InlineData("""192.0.2.1 - J\xC3\xBCrgen \x22J\x22 [17/May/2015:10:05:03 +0200] "GET /say\"so\" HTTP/1.1" 200 1""", "192.0.2.1", "Jürgen \"J\"", "GET", "/say\"so\"", 200, 1)]
    public void Lines_of_both_servers_are_understood(string text, string host, string? user, string method, string target, int status, long bytes)
    {
        Assert.True(LogLine.TryParse(Encoding.UTF8.GetBytes(text.TrimEnd()), out var line));

        Assert.Equal((host, user, method, target, status, bytes), (line.Host, line.User, line.Method, line.Target, line.Status, line.Bytes));
        Assert.Equal(new DateTimeOffset(2015, 5, 17, 10, 5, 3, TimeSpan.FromHours(2)), line.Time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("192.0.2.1 - - [")]
    [InlineData("""192.0.2.1 - - [32/May/2015:10:05:03 +0200] "GET / HTTP/1.1" 200 1""")]
    [InlineData("""192.0.2.1 - - [17/anF/2015:10:05:03 +0200] "GET / HTTP/1.1" 200 1""")]
    [InlineData("""192.0.2.1 - - [17/May/2015:10:05:03 +0200] "GET / HTTP/1.1 200 1""")]
    [InlineData("""192.0.2.1 - - [17/May/2015:10:05:03 +0200] "GET / HTTP/1.1" abc 1""")]
    public void Other_lines_are_refused(string text) => Assert.False(LogLine.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void A_line_longer_than_the_limit_costs_only_itself()
    {
        var text = "first\n" + new string('x', 5 * LineReader.LineBytesMax) + "\nthird\r\nhalf";
        using var reader = new LineReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var lines = new List<string>();
        while (reader.TryRead(out var line, out var isWhole))
        {
            lines.Add($"{line.Length}{(isWhole ? string.Empty : " half")}@{reader.Position}");
        }

        Assert.Equal(["5@6", $"{LineReader.LineBytesMax}@{(5 * LineReader.LineBytesMax) + 7}", $"5@{text.Length - 4}", $"4 half@{text.Length}"], lines);
    }
}
