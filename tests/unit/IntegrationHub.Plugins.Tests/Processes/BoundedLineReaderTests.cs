using System.Text;
using IntegrationHub.Plugins.Processes;

namespace IntegrationHub.Plugins.Tests.Processes;

public sealed class BoundedLineReaderTests
{
    [Theory]
    [InlineData("one\ntwo\n", "one|two", 0, 0)]
    [InlineData("one\r\ntwo\r\n", "one|two", 0, 0)]
    [InlineData("\uFEFFone\n\n\r\ntwo\n", "one|two", 0, 0)]
    [InlineData("one\nnul\0here\ntwo\n", "one|two", 0, 1)]
    [InlineData("one\n0123456789abcdefg\ntwo\n", "one|two", 1, 0)]
    [InlineData("0123456789abcdef\n", "0123456789abcdef", 0, 0)]
    [InlineData("", "", 0, 0)]
    public async Task Lines_come_whole_and_what_is_no_line_is_counted(string text, string expected, long tooLong, long notText)
    {
        var (lines, reader) = await ReadAsync(Encoding.UTF8.GetBytes(text), lineBytesMax: 16);

        Assert.Equal(expected.Length == 0 ? [] : expected.Split('|'), lines);
        Assert.Equal(new LineCounts(lines.Count, tooLong, notText), reader.Counts);
        Assert.False(reader.IsUnfinished);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_passed_over_and_the_lines_around_them_are_not()
    {
        var (lines, reader) = await ReadAsync([.. "one\n"u8, 0xC3, 0x28, (byte)'\n', .. "two\n"u8], lineBytesMax: 16);

        Assert.Equal(["one", "two"], lines);
        Assert.Equal(1, reader.Counts.NotText);
    }

    [Fact]
    public async Task Half_a_last_line_is_given_and_marked()
    {
        var (lines, reader) = await ReadAsync("one\n{\"half\":"u8.ToArray(), lineBytesMax: 16);

        Assert.Equal(["one", "{\"half\":"], lines);
        Assert.True(reader.IsUnfinished);
    }

    [Fact]
    public async Task A_line_of_fifty_megabytes_costs_no_more_memory_than_the_limit()
    {
        var flood = new byte[50_000_000];
        Array.Fill(flood, (byte)'x');
        flood[^1] = (byte)'\n';
        var before = GC.GetTotalAllocatedBytes();

        var (lines, reader) = await ReadAsync([.. flood, .. "after\n"u8], lineBytesMax: 1_000_000, chunk: 65_536);

        Assert.Equal(["after"], lines);
        Assert.Equal(1, reader.Counts.TooLong);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 60_000_000); // Fifty are the test's own copy.
    }

    private static async Task<(List<string> Lines, BoundedLineReader Reader)> ReadAsync(byte[] bytes, int lineBytesMax, int chunk = 3)
    {
        var reader = new BoundedLineReader(new TricklingStream(bytes, chunk), lineBytesMax);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(Encoding.UTF8.GetString(reader.Line.Span));
        }

        return (lines, reader);
    }

    /// <summary>Gives a few bytes at a time, as a pipe may.</summary>
    private sealed class TricklingStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}
