using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Hosting;
using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Cli.Verbs.Sources;

/// <summary><c>hub source preview NAME</c>.</summary>
internal sealed class SourcePreviewVerb : Verb
{
    private const int LimitMax = 1000;

    private readonly Argument<string> _name;
    private readonly Option<string?> _stream = new("--stream") { Description = "Only this stream.", HelpName = "STREAM" };
    private readonly Option<int> _limit = LimitOption.New("The most records to read of each stream.", 10, LimitMax);

    public SourcePreviewVerb(IReadOnlyList<string> sourceNames)
        : base(
            "preview",
            "Read the first records of a source as its connector gives them, and store nothing.",
            "hub source preview crm --limit 3",
            "hub source preview shop --stream orders --json")
    {
        _name = SourceArgument.New(sourceNames);
        Add(_name);
        Add(_stream);
        Add(_limit);
    }

    public override FolderUse FolderUse => FolderUse.Read;

    public override async Task<int> RunAsync(Call call)
    {
        var messages = new List<Message>();
        await foreach (var message in call.Hub.Sources.PreviewAsync(
            call.Value(_name), call.Value(_stream), call.Value(_limit), call.CancellationToken))
        {
            messages.Add(message);
        }

        call.Print(messages.Select(ViewOf), page =>
        {
            foreach (var message in messages)
            {
                page.Line(TitleOf(message));
                if (message is PersonRecord person)
                {
                    page.Pairs([.. person.Fields.Select(f => ($"  {f.Field}{(f.Group > 0 ? $"#{f.Group}" : string.Empty)}", (string?)f.Value))]);
                }
            }

            page.Line($"{messages.Count} records read, none stored.");
        });
        return ExitCode.Done;
    }

    private static string TitleOf(Message message) => message switch
    {
        PersonRecord p => $"person {p.Stream}/{p.Key}",
        InteractionRecord i => string.Create(CultureInfo.InvariantCulture, $"{i.Type} {i.Stream}/{i.Key} at {i.OccurredAt:u} of {i.PersonKey ?? "nobody"}: {i.Title}"),
        ConsentRecord c => $"consent of {c.PersonStream}/{c.PersonKey}: {c.Channel}/{c.Purpose} {c.Status}",
        DeletedRecord d => $"deleted {d.Stream}/{d.Key}",
        RejectedRecord r => $"rejected {r.Stream}/{r.Key}: {r.Reason}",
        _ => $"{message.GetType().Name} {message.Stream}",
    };

    private static object ViewOf(Message message) => message switch
    {
        PersonRecord p => new { kind = "person", p.Stream, p.Key, p.UpdatedAt, fields = (object)p.Fields },
        InteractionRecord i => new
        {
            kind = "interaction",
            i.Stream,
            i.Key,
            i.Type,
            i.OccurredAt,
            i.PersonStream,
            i.PersonKey,
            i.Title,
            i.Channel,
            i.Direction,
            i.Amount,
            i.Currency,
            i.Lines,
        },
        ConsentRecord c => new { kind = "consent", c.Stream, c.PersonStream, c.PersonKey, c.Channel, c.Purpose, c.Status, c.GivenAt },
        DeletedRecord d => new { kind = "deletion", d.Stream, d.Key },
        RejectedRecord r => new { kind = "rejected", r.Stream, r.Key, r.Reason },
        _ => new { kind = message.GetType().Name, message.Stream },
    };
}
