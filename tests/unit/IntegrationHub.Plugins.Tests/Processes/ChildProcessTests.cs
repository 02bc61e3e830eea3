using System.Diagnostics;
using System.Globalization;
using System.Text;
using IntegrationHub.Plugins.Processes;

namespace IntegrationHub.Plugins.Tests.Processes;

public sealed class ChildProcessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_to_a_child_comes_back_by_its_lines()
    {
        await using var child = Shell("cat; echo \"$TMPDIR\"; stat -c %a \"$TMPDIR\"");
        await child.Input.WriteAsync("hello\n"u8.ToArray(), Token);
        await child.Input.DisposeAsync();

        Assert.Equal(["hello", child.TemporaryDirectory, "700"], await LinesOf(child));
        Assert.True((await child.Exited).IsSuccess);
    }

    [Fact]
    public async Task A_child_sees_nothing_of_the_hubs_environment_but_what_programs_need()
    {
        Environment.SetEnvironmentVariable("HUB_TEST_SECRET", "canary");
        await using var child = Shell("env; echo own=$OWN", new() { ["OWN"] = "yes" });

        var lines = await LinesOf(child);

        Environment.SetEnvironmentVariable("HUB_TEST_SECRET", null);
        Assert.DoesNotContain(lines, l => l.Contains("canary", StringComparison.Ordinal));
        Assert.Contains("own=yes", lines);
    }

    [Theory]
    [InlineData("exit 0", 0, "ended by itself with exit code 0")]
    [InlineData("exit 3", 3, "ended with exit code 3")]
    [InlineData("kill -9 $$", 137, "was killed (SIGKILL), perhaps because the machine ran out of memory")]
    [InlineData("kill -11 $$", 139, "crashed with a segmentation fault (SIGSEGV)")]
    [InlineData("echo Stack overflow. >&2; kill -6 $$", 134, "aborted (SIGABRT) after a stack overflow")]
    [InlineData("echo 'Unhandled exception. My.Own+Failure: card 4111' >&2; kill -6 $$", 134, "aborted (SIGABRT) after an exception that nobody caught, My.Own+Failure")]
    public async Task How_a_child_ended_is_said_in_words(string script, int code, string words)
    {
        await using var child = Shell(script);

        Assert.Equal(new ChildExit(code, words), await child.Exited.WaitAsync(Token));
    }

    [Fact]
    public async Task A_program_that_does_not_exist_is_an_end_like_any_other()
    {
        await using var child = ChildProcess.Start(new ChildProcessStart { Program = "/no/such/program" });

        Assert.StartsWith("could not be started", (await child.Exited).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_a_hundred_megabytes_on_the_error_output_blocks_nobody()
    {
        await using var child = Shell("head -c 100000000 /dev/zero >&2; echo done");

        Assert.Equal(["done"], await LinesOf(child));
        await child.Exited;
        Assert.Equal(100_000_000, child.ErrorBytes);
    }

    [Fact]
    public async Task A_child_that_ignores_the_request_to_end_is_killed_with_all_it_started()
    {
        await using var child = Shell("trap '' TERM; sleep 300 & echo $!; while true; do sleep 1; done", grace: TimeSpan.FromMilliseconds(200));
        Assert.True(await child.Output.ReadAsync(Token));
        var grandchild = ProcessIdentity.Find(int.Parse(child.Output.Line.Span, CultureInfo.InvariantCulture))!.Value;

        var exit = await child.StopAsync();

        Assert.Equal(Libc.SignalKill, exit.Signal);
        await WaitUntilGone(grandchild);
    }

    [Fact]
    public async Task What_a_child_leaves_running_neither_lives_on_nor_holds_the_output_open()
    {
        await using var child = Shell("sleep 300 & echo $!");

        var lines = await LinesOf(child);

        await WaitUntilGone(ProcessIdentity.Find(int.Parse(Assert.Single(lines), CultureInfo.InvariantCulture)) ?? default);
        Assert.True((await child.Exited).IsSuccess);
    }

    [Fact]
    public async Task Disposing_ends_the_child_and_removes_its_folder()
    {
        var child = Shell("touch \"$TMPDIR/file\"; echo ready; sleep 300");
        await child.Output.ReadAsync(Token);
        var identity = ProcessIdentity.Find(child.Id)!.Value;

        await child.DisposeAsync();

        await WaitUntilGone(identity);
        Assert.False(Directory.Exists(child.TemporaryDirectory));
    }

    [Fact]
    public async Task No_signal_goes_to_a_number_that_belongs_to_another_process_by_now()
    {
        await using var child = Shell("echo ready; sleep 300");
        await child.Output.ReadAsync(Token);
        var identity = ProcessIdentity.Find(child.Id)!.Value;

        Assert.False(ProcessGroup.Signal(identity with { StartTicks = identity.StartTicks - 1 }, Libc.SignalKill));
        Assert.False(child.Exited.IsCompleted);
    }

    [Fact]
    public async Task A_foreign_program_ends_when_the_hub_is_killed()
    {
        // The shell stands for the hub: it launches the program the way the hub does, and is killed without a word.
        var (dotnet, arguments) = ConnectorHostProgram.Default.Command([Launcher.Word]);
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"{dotnet} {string.Join(' ', arguments)} $$ 500 /bin/sh -c 'trap \"\" TERM; echo $$; while true; do sleep 1; done'; true"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var hub = Process.Start(start)!;
        var number = int.Parse((await hub.StandardOutput.ReadLineAsync(Token))!, CultureInfo.InvariantCulture);
        var program = ProcessIdentity.Find(number)!.Value;

        hub.Kill();

        await WaitUntilGone(program);
    }

    private static ChildProcess Shell(string script, Dictionary<string, string>? environment = null, TimeSpan? grace = null) =>
        ChildProcess.Start(new ChildProcessStart
        {
            Program = "/bin/sh",
            Arguments = ["-c", script],
            Environment = environment ?? [],
            StopGrace = grace ?? TimeSpan.FromSeconds(3),
        });

    private static async Task<List<string>> LinesOf(ChildProcess child)
    {
        var lines = new List<string>();
        while (await child.Output.ReadAsync(Token))
        {
            lines.Add(Encoding.UTF8.GetString(child.Output.Line.Span));
        }

        return lines;
    }

    private static async Task WaitUntilGone(ProcessIdentity process)
    {
        var started = Stopwatch.GetTimestamp();
        while (ProcessIdentity.Find(process.Id) == process && !IsZombie(process.Id))
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5), "The process still runs after five seconds.");
            await Task.Delay(20, Token);
        }
    }

    // In a container nobody may collect what was orphaned; a dead process is gone all the same.
    private static bool IsZombie(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
        }
    }
}
