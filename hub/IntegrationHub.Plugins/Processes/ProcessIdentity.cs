using System.Globalization;
using System.Runtime.InteropServices;

namespace IntegrationHub.Plugins.Processes;

/// <summary>One process for certain: its number together with when it started, since numbers are given again.</summary>
/// <param name="Id">The process number.</param>
/// <param name="StartTicks">When it started, in clock ticks since the machine did.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProcessIdentity(int Id, long StartTicks)
{
    private const int FieldsBetweenStateAndStart = 19;

    /// <summary>Looks up who has a number now.</summary>
    /// <param name="id">The process number.</param>
    /// <returns>Its bearer, a zombie too, or <see langword="null"/> when nobody has it.</returns>
    public static ProcessIdentity? Find(int id)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));

            // The second field is the program's name in brackets and may hold blanks and brackets itself.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return new ProcessIdentity(id, long.Parse(fields[FieldsBetweenStateAndStart], CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
