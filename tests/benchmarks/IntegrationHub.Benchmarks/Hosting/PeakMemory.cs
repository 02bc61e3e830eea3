using System.Diagnostics;
using System.Globalization;

namespace IntegrationHub.Benchmarks.Hosting;

/// <summary>Looks at the memory of this process and of its children while something runs.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly Timer _timer;

    public PeakMemory() => _timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(50));

    public long OwnBytes { get; private set; }

    public long ChildrenBytes { get; private set; }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        using var self = Process.GetCurrentProcess();
        OwnBytes = Math.Max(OwnBytes, self.WorkingSet64);
        ChildrenBytes = Math.Max(ChildrenBytes, ChildrenOf(self.Id).Sum(ResidentBytes));
    }

    private static IEnumerable<string> ChildrenOf(int id) => Directory.EnumerateDirectories("/proc")
        .Where(f => char.IsAsciiDigit(Path.GetFileName(f)[0]))
        .Where(f => Lines(f, "status").Any(l => l == string.Create(CultureInfo.InvariantCulture, $"PPid:\t{id}")));

    private static long ResidentBytes(string folder) => Lines(folder, "status")
        .Where(l => l.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Sum(l => long.Parse(l.Split(' ', '\t', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024);

    private static string[] Lines(string folder, string file)
    {
        try
        {
            return File.ReadAllLines(Path.Combine(folder, file));
        }
        catch (IOException)
        {
            return []; // It ended while it was looked at.
        }
    }
}
