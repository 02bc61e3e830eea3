namespace IntegrationHub.Connectors.Email.Tests;

/// <summary>Learns the weights of a logistic regression by plain gradient descent: slow, exact, the same every time.</summary>
internal static class LogisticTrainer
{
    /// <summary>Learns weights.</summary>
    /// <param name="rows">The features of each example.</param>
    /// <param name="isTrue">What each example is.</param>
    /// <param name="rounds">How often to walk over all examples.</param>
    /// <param name="penalty">How strongly large weights are held back.</param>
    /// <param name="isBalanced">Whether both kinds count alike, however many there are of each.</param>
    internal static double[] Learn(IReadOnlyList<bool[]> rows, IReadOnlyList<bool> isTrue, int rounds, double penalty, bool isBalanced)
    {
        var weights = new double[rows[0].Length];
        var positives = isTrue.Count(t => t);
        var weightTrue = isBalanced ? 0.5 * rows.Count / positives : 1;
        var weightFalse = isBalanced ? 0.5 * rows.Count / (rows.Count - positives) : 1;
        for (var round = 0; round < rounds; round++)
        {
            var gradient = weights.Select(w => -penalty * w).ToArray();
            for (var r = 0; r < rows.Count; r++)
            {
                var error = (isTrue[r] ? 1.0 : 0.0) - (1 / (1 + Math.Exp(-Score(weights, rows[r]))));
                error *= isTrue[r] ? weightTrue : weightFalse;
                for (var f = 0; f < weights.Length; f++)
                {
                    gradient[f] += rows[r][f] ? error : 0;
                }
            }

            for (var f = 0; f < weights.Length; f++)
            {
                weights[f] += 4.0 / rows.Count * gradient[f];
            }
        }

        return weights;
    }

    internal static double Score(double[] weights, bool[] row)
    {
        var sum = 0.0;
        for (var i = 0; i < row.Length; i++)
        {
            sum += row[i] ? weights[i] : 0;
        }

        return sum;
    }

    /// <summary>Writes weights as they stand in the code.</summary>
    internal static string Text(double[] weights) => string.Join(", ", weights.Select(w => w.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)));
}
