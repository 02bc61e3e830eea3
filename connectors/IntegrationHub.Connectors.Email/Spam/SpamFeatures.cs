using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Email.Mime;
using IntegrationHub.Connectors.Email.People;
using IntegrationHub.Connectors.Email.Reading;

namespace IntegrationHub.Connectors.Email.Spam;

/// <summary>What the headers of a mail show that tells unasked advertising from what one person wrote to another.</summary>
internal static partial class SpamFeatures
{
    /// <summary>The names of the features, in the order of the weights.</summary>
    internal static readonly string[] Names =
    [
        "always", "answers a mail", "message id of the sender's domain", "names a mail program", "names a person's mail program",
        "HTML alone", "empty subject", "subject in capitals", "exclamation marks", "price or percent", "answer to nothing",
        "tail behind blanks", "word of advertising", "no display name", "loud display name", "not to the business",
        "more than five recipients", "high priority", "priority without Outlook", "from itself", "machine-made sender",
    ];

    private const int RegexTimeoutMs = 2_000; // The texts are short; only a starved machine takes that long.
    private const int RecipientsUsual = 5;

    /// <summary>Reads the features of a mail.</summary>
    /// <param name="mail">The mail; it names a sender.</param>
    /// <param name="own">The business's own addresses.</param>
    /// <param name="into">Takes 0 or 1 for each of <see cref="Names"/>.</param>
    internal static void Read(Mail mail, OwnAddresses own, Span<bool> into)
    {
        var headers = mail.Headers;
        var from = mail.From!.Value;
        var subject = mail.Subject ?? string.Empty;
        var mailer = headers.First("User-Agent") ?? headers.First("X-Mailer");
        var isAnswer = mail.InReplyTo is not null;
        var to = mail.To.Concat(mail.Cc).ToList();
        into[0] = true;
        into[1] = isAnswer;
        into[2] = mail.Id.EndsWith(BaseDomain(from.Domain), StringComparison.OrdinalIgnoreCase);
        into[3] = mailer is not null;
        into[4] = mailer is not null && IsPersonalMailer(mailer);
        into[5] = ContentType.Parse(headers.First("Content-Type")).MediaType == "text/html";
        into[6] = subject.Length == 0;
        into[7] = IsLoud(subject);
        into[8] = subject.AsSpan().Count('!') >= 2;
        into[9] = Price().IsMatch(subject);
        into[10] = !isAnswer && LooksLikeAnswer(subject);
        into[11] = Tail().IsMatch(subject);
        into[12] = Advertising().IsMatch(subject);
        into[13] = from.Name.Length == 0;
        into[14] = from.Name.AsSpan().IndexOfAny('!', '$', '%') >= 0;
        into[15] = !to.Exists(t => own.Contains(t.Address));
        into[16] = to.Count > RecipientsUsual;
        into[17] = headers.First("X-Priority") is ['1' or '2', ..] || "high".Equals(headers.First("X-MSMail-Priority"), StringComparison.OrdinalIgnoreCase);
        into[18] = headers.First("X-MSMail-Priority") is not null && mailer?.Contains("Outlook", StringComparison.OrdinalIgnoreCase) != true;
        into[19] = to.Exists(t => t.Address == from.Address) || own.Contains(from.Address);
        into[20] = IsMachineMade(from.LocalPart);
    }

    internal static bool IsPersonalMailer(string mailer) => PersonalMailer().IsMatch(mailer);

    /// <summary>Says whether a subject begins like an answer's.</summary>
    internal static bool LooksLikeAnswer(string subject) => Answer().IsMatch(subject);

    /// <summary>Says whether the part before the <c>@</c> looks like chance.</summary>
    internal static bool IsMachineMade(string localPart) => MachineMade().IsMatch(localPart);

    internal static bool IsLoud(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters >= 6 && text.Count(char.IsUpper) > letters * 0.6;
    }

    private static string BaseDomain(string domain)
    {
        var last = domain.LastIndexOf('.');
        var before = last <= 0 ? -1 : domain.LastIndexOf('.', last - 1);
        return domain[(before + 1)..];
    }

    [GeneratedRegex(
        @"mutt|kmail|evolution|thunderbird|mozilla|apple mail|iphone|ipad|pine|gnus|mh-e|exmh|nmh|sylpheed|balsa|ximian|the bat|roundcube|squirrelmail|horde|k-9|mailmate|eudora|microsoft-(?:entourage|macoutlook)|mew|vm \d|internet mail service",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex PersonalMailer();

    [GeneratedRegex(@"[$€£]\s?\d|\d\s?%|\$\$|100%|#1\b", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex Price();

    [GeneratedRegex(@"^\s*(?:re|aw|fwd?)\s*[:\[]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexTimeoutMs)]
    private static partial Regex Answer();

    [GeneratedRegex(@"\s{4,}\S+\s*$", RegexOptions.CultureInvariant, RegexTimeoutMs)]
    private static partial Regex Tail();

    [GeneratedRegex(
        @"\b(?:free|money|cash|credit|mortgage|loans?|debts?|viagra|cialis|pills?|weight|sexy?|xxx|adult|guaranteed?|sav(?:e|ings)|win(?:ner)?|earn|income|invest(?:ment|or)s?|opportunit(?:y|ies)|prescriptions?|lowest|rates?|cheap|discount|urgent|adv|profits?|rich|secret|amazing|herbal|casino|lottery|confidential|diploma|lose|girls?|teens?|refinanc\w+|unlimited)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        RegexTimeoutMs)]
    private static partial Regex Advertising();

    [GeneratedRegex(@"\d[a-z]+\d|[a-z]\d{4,}|^[^aeiouy]{6,}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexTimeoutMs)]
    private static partial Regex MachineMade();
}
