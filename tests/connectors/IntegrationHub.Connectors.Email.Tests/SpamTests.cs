using System.Security.Cryptography;
using IntegrationHub.Connectors.Email.Mailboxes;
using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Reading;
using IntegrationHub.Connectors.Email.Spam;
using IntegrationHub.Tests.Support;

namespace IntegrationHub.Connectors.Email.Tests;

public sealed class SpamTests(ITestOutputHelper output)
{
    [Fact]
    public void The_weights_are_what_the_learning_half_gives_and_hold_on_the_other_half()
    {
        var ham = Load("easy-ham-1", "easy-ham-2", "hard-ham-1");
        var spam = Load("spam-1", "spam-2");
        var learning = ham.Concat(spam).Where(e => e.IsForLearning).ToList();

        var weights = LogisticTrainer.Learn(learning.ConvertAll(e => e.Features), learning.ConvertAll(e => e.IsSpam), rounds: 600, penalty: 1, isBalanced: true);
        var testHam = ham.Where(e => e is { IsForLearning: false, IsBulk: false, Group: not "hard-ham-1" }).ToList(); // That group is newsletters.
        var testSpam = spam.Where(e => e is { IsForLearning: false, IsBulk: false }).ToList();
        var let = testSpam.Count(e => LogisticTrainer.Score(weights, e.Features) <= SpamScore.Threshold);
        var lost = testHam.Count(e => LogisticTrainer.Score(weights, e.Features) > SpamScore.Threshold);
        output.WriteLine($"held-out half: {let} of {testSpam.Count} spam mails pass, {lost} of {testHam.Count} mails that are no spam do not; weights {LogisticTrainer.Text(weights)}");

        Assert.Equal(LogisticTrainer.Text(SpamWeights.Values), LogisticTrainer.Text(weights));
        Assert.True(let <= testSpam.Count * 0.18, $"{let} of {testSpam.Count} spam mails pass");
        Assert.True(lost <= testHam.Count * 0.05, $"{lost} of {testHam.Count} mails that are no spam are lost");
    }

    private static List<Example> Load(params string[] groups)
    {
        var own = new OwnAddresses(SpamAssassin.OwnAddresses.Split(", "));
        var raw = new RawMail();
        var examples = new List<Example>();
        foreach (var (group, bytes) in groups.SelectMany(g => SpamAssassin.Read(g).Select(b => (g, b))))
        {
            raw.Start("corpus", 0, MailFolder.Now);
            raw.Append(bytes);
            if (Mail.Parse(raw, MailFolder.Now) is { From: not null } mail)
            {
                var features = new bool[SpamFeatures.Names.Length];
                SpamFeatures.Read(mail, own, features);
                examples.Add(new Example(group, features, group.StartsWith("spam", StringComparison.Ordinal), BulkRules.IsBulk(mail), SHA256.HashData(bytes)[0] % 2 == 0));
            }
        }

        return examples;
    }

    private sealed record Example(string Group, bool[] Features, bool IsSpam, bool IsBulk, bool IsForLearning);
}
