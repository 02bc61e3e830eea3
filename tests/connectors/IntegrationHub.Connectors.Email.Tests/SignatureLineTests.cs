using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Email.Signatures;

namespace IntegrationHub.Connectors.Email.Tests;

public sealed class SignatureLineTests(ITestOutputHelper output)
{
    private static readonly List<LabelledMail> Mails = LabelledMail.ReadAll();
    private static readonly Regex Phone = new(@"(?:\(\d{3}\)[-. /]{0,3}|\d{3}[-. /]{1,3})\d{3}[-. ]{1,2}\d{4}|\+\d[\d ().-]{8,}\d", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly Regex Fax = new(@"(?:fax|\bf)\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    [Fact]
    public void The_weights_are_what_the_learning_half_gives() =>
        Assert.Equal(LogisticTrainer.Text(Learn()), LogisticTrainer.Text(SignatureLines.Weights));

    [Fact]
    public void Lines_and_phones_of_the_other_half_are_found()
    {
        var heldOut = Mails.Where(m => !m.IsForLearning).ToList();
        var lines = Measure(heldOut, m => m.MarkedTexts, m => SignatureFinder.Find(OwnWords.Of(m.Text), m.Name, m.Address) is { IsCertain: true } block ? block.Lines : []);
        var phones = Measure(heldOut, PhonesOf, m => SignatureReader.Read(m.Text, m.Name, m.Address, "US").Phones.Select(p => Digits(p.Value)));
        output.WriteLine($"{heldOut.Count} mails held out; lines: {lines}; phones: {phones}");


        Assert.True(lines is { Precision: >= 0.9, Recall: >= 0.8 }, $"lines: {lines}");
        Assert.True(phones is { Precision: >= 0.9, Recall: >= 0.8 }, $"phones: {phones}");
    }

    /// <summary>The telephone numbers that a reader sees in the marked lines: not faxes, not house extensions.</summary>
    private static IEnumerable<string> PhonesOf(LabelledMail mail) => mail.MarkedTexts
        .SelectMany(line => Phone.Matches(line).Where(m => !Fax.IsMatch(line[..m.Index])).Select(m => Digits(m.Value)));

    /// <summary>The last ten digits; some write the country and some the extension with it.</summary>
    private static string Digits(string phone)
    {
        var digits = string.Concat(phone.Split('x', 'X', 'E', 'e')[0].Where(char.IsAsciiDigit));
        return digits.Length > 10 ? digits[^10..] : digits;
    }

    private static double[] Learn()
    {
        var rows = new List<bool[]>();
        var isSignature = new List<bool>();
        foreach (var mail in Mails.Where(m => m.IsForLearning))
        {
            var lines = mail.LastLines();
            for (var i = 0; i < lines.Count; i++)
            {
                var features = new bool[SignatureFeatures.Names.Length];
                SignatureFeatures.Read(lines[i].Line, lines.Count - 1 - i, mail.Name, mail.Address, features);
                rows.Add(features);
                isSignature.Add(lines[i].IsSignature);
            }
        }

        return LogisticTrainer.Learn(rows, isSignature, rounds: 3_000, penalty: 1, isBalanced: true);
    }

    private static Figures Measure(
        IEnumerable<LabelledMail> mails, Func<LabelledMail, IEnumerable<string>> truth, Func<LabelledMail, IEnumerable<string>> find)
    {
        int right = 0, found = 0, there = 0;
        foreach (var mail in mails)
        {
            var expected = truth(mail).Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
            var given = find(mail).ToList();
            found += given.Count;
            there += expected.Count;
            right += given.Count(expected.Contains);
        }

        return new Figures(right, found, there);
    }

    private sealed record Figures(int Right, int Found, int There)
    {
        internal double Precision => Found == 0 ? 1 : (double)Right / Found;

        internal double Recall => (double)Right / There;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Right} of {Found} found and {There} marked: precision {Precision:0.000}, recall {Recall:0.000}");
    }
}
