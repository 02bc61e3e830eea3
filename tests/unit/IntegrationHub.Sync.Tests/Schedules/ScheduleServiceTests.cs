using IntegrationHub.Sync.Schedules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Quartz;

namespace IntegrationHub.Sync.Tests.Schedules;

public sealed class ScheduleServiceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-schedules-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_schedule_survives_a_restart_and_is_replaced_not_doubled()
    {
        await WithServiceAsync(async schedules =>
        {
            await schedules.SetAsync("crm", "0 0/15 * * * ?", "Europe/Berlin", Cancelled);
            await schedules.SetAsync("crm", "0 30 4 * * ?", "America/Chicago", Cancelled);
        });

        await WithServiceAsync(async schedules =>
        {
            var schedule = Assert.Single(await schedules.ListAsync(Cancelled));
            Assert.Equal(("crm", "0 30 4 * * ?", "America/Chicago"), (schedule.Source, schedule.Cron, schedule.Zone));
            Assert.Equal(5, schedule.Next.Count);
            Assert.All(schedule.Next, t => Assert.Equal(new TimeSpan(4, 30, 0), t.At.TimeOfDay));
            Assert.True(await schedules.ClearAsync("crm", Cancelled));
            Assert.False(await schedules.ClearAsync("crm", Cancelled));
        });
    }

    [Theory]
    [InlineData("every day", "UTC", "cron")]
    [InlineData("0 0 4 * * ?", "Mars/Olympus", "time zone")]
    [InlineData("* * * * * ?", "UTC", "at least")]
    [InlineData("0 0 0 1 1 ? 2001", "UTC", "never fires")]
    public async Task What_cannot_be_scheduled_is_refused_with_a_reason(string cron, string zone, string reason) =>
        await WithServiceAsync(async schedules =>
        {
            var refused = await Assert.ThrowsAsync<ScheduleException>(() => schedules.SetAsync("crm", cron, zone, Cancelled));
            Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        });

    [Fact]
    public void Clock_changes_are_marked_on_the_times_they_touch()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var daily = CronExpression.Parse("0 30 2 * * ?").WithTimeZone(berlin);

        var spring = FireTimes.After(new DateTimeOffset(2027, 3, 26, 12, 0, 0, TimeSpan.Zero), daily, berlin, 3);
        var autumn = FireTimes.After(new DateTimeOffset(2027, 10, 29, 12, 0, 0, TimeSpan.Zero), daily, berlin, 3);

        Assert.Null(spring[0].Note);
        Assert.Contains("forward", spring[1].Note, StringComparison.Ordinal);
        Assert.Contains(autumn, t => t.Note is not null && t.Note.Contains("twice", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task WithServiceAsync(Func<ScheduleService, Task> act)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(TimeProvider.System);
        services.AddSchedules(_folder);
        await using var provider = services.BuildServiceProvider();
        await act(provider.GetRequiredService<ScheduleService>());
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
