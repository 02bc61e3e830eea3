namespace IntegrationHub.Connectors.Email.Signatures;

/// <summary>Finds the signature among the last lines of a mail by weights that were learned on half of a public set of labelled
/// mails (a test learns them again and compares). A signature reaches to the end, so what is sought is the start from which
/// on the lines together look most like one.</summary>
internal static class SignatureLines
{
    /// <summary>Lines with text, counted from the end, that are looked at.</summary>
    internal const int LinesMax = 12;

    /// <summary>Positive speaks for a signature; in the order of <see cref="SignatureFeatures.Names"/>.</summary>
    internal static double[] Weights { get; } =
    [
        -2.23, 2.36, 0.67, -0.34, 2.60, 0.23, 0.61, -0.37, 0.85, 0.59, 0.45, 0.66, 0.90, -0.94, 0.51, -2.16, -0.58, -0.82, 1.60, -0.09, -1.13, 1.74, 0.80, 0.40,
    ];

    /// <summary>Finds the start.</summary>
    /// <param name="lines">The last lines of the writer's own words, trimmed, without empty ones.</param>
    /// <param name="senderName">The writer's display name, when known.</param>
    /// <param name="address">The writer's address.</param>
    /// <returns>The index of its first line; the number of lines when there is none.</returns>
    internal static int StartOf(IReadOnlyList<string> lines, string? senderName, string address) => StartOf(lines, senderName, address, Weights);

    /// <summary>Finds the start by given weights.</summary>
    internal static int StartOf(IReadOnlyList<string> lines, string? senderName, string address, ReadOnlySpan<double> weights)
    {
        Span<bool> features = stackalloc bool[SignatureFeatures.Names.Length];
        int start = lines.Count;
        double sum = 0, best = 0;
        var saysWho = false;
        for (var i = lines.Count - 1; i >= Math.Max(0, lines.Count - LinesMax); i--)
        {
            SignatureFeatures.Read(lines[i], lines.Count - 1 - i, senderName, address, features);
            for (var f = 0; f < features.Length; f++)
            {
                sum += features[f] ? weights[f] : 0;
            }

            saysWho |= SignatureFeatures.SaysWho(features);
            if (sum > best && saysWho) // "Thanks" alone is none.
            {
                best = sum;
                start = i;
            }
        }

        return start;
    }
}
