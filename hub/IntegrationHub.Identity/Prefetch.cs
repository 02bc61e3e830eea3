using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace IntegrationHub.Identity;

/// <summary>
/// Asks the processor for memory that is read soon. A million records are met in an order that no cache knows, and most of
/// the time of a pair would be waiting for it. Changes no result; does nothing on processors without the instruction.
/// </summary>
internal static unsafe class Prefetch
{
    private const int LineSize = 64;

    /// <summary>Asks for the line that a value lies in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Line<T>(ref readonly T value)
    {
        // The address is only a hint: it matters to nothing if the collector moves the value meanwhile.
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in value)));
        }
    }

    /// <summary>Asks for the first lines of an array of numbers.</summary>
    /// <param name="data">The array.</param>
    /// <param name="lines">How many lines of 64 bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lines(int[] data, int lines)
    {
        if (Sse.IsSupported)
        {
            // The bits of the reference: asking the array for its first element would read it, and wait.
            var first = (byte*)Unsafe.As<int[], nint>(ref data);
            for (var line = 0; line < lines; line++)
            {
                Sse.Prefetch0(first + (line * LineSize));
            }
        }
    }
}
