using IntegrationHub.Sdk.Messages;

namespace IntegrationHub.Connectors.WebAnalytics.Events;

/// <summary>Makes records of events. Each is a function of its event alone, so that nothing depends on what came before it.</summary>
/// <param name="settings">The settings.</param>
internal sealed class EventMapper(EventsSettings settings)
{
    internal const string People = "people";

    private const string VisitorField = PersonFields.IdentifierPrefix + "anonymous-visitor";

    private readonly TraitMapping _traits = new(ConsentTraits.Parse(settings.ConsentTraits));
    private readonly InteractionMapping _interactions = new(settings);
    private readonly string _userField = PersonFields.Identifier(settings.UserNamespace);

    /// <summary>Maps one event.</summary>
    internal IEnumerable<Message> Map(TrackedEvent tracked)
    {
        if (tracked.UserId is { } user)
        {
            if (EmailShape.IsEmail(user))
            {
                // Said at the beginning of time: always true, and overruled by any address that a trait names.
                yield return new PersonRecord(People, UserKey(user)) { IsPartial = true, UpdatedAt = DateTimeOffset.UnixEpoch }.Add(PersonFields.Email, user);
            }

            yield return User(tracked, user);
            if ((tracked.AnonymousId ?? tracked.PreviousId) is { } visitor && visitor != user)
            {
                yield return Link(tracked, user, visitor);
            }
        }
        else if (tracked is { Kind: EventKind.Identify, AnonymousId: { } visitor, Traits.Count: > 0 })
        {
            var person = Part(tracked, VisitorKey(visitor)).Add(VisitorField, visitor);
            _traits.Add(person, tracked.Traits);
            ConsentContext.Add(person, tracked.Context);
            yield return person;
        }

        if (_interactions.Map(tracked) is { } interaction)
        {
            (interaction.PersonStream, interaction.PersonKey) = (People, tracked.UserId is { } id ? UserKey(id) : VisitorKey(tracked.AnonymousId!));
            yield return interaction;
        }
    }

    private static string UserKey(string user) => "user:" + user;

    private static string VisitorKey(string visitor) => "visitor:" + visitor;

    private static PersonRecord Part(TrackedEvent tracked, string key) => new(People, key) { IsPartial = true, UpdatedAt = tracked.At };

    private PersonRecord User(TrackedEvent tracked, string user)
    {
        var person = Part(tracked, UserKey(user)).Add(_userField, user).Add(VisitorField, tracked.AnonymousId);
        switch (tracked.Kind)
        {
            case EventKind.Identify:
                _traits.Add(person, tracked.Traits);
                break;
            case EventKind.Group:
                person.Add(PersonFields.Organization, EventJson.Text(tracked.Traits, "name") ?? tracked.GroupId);
                person.Add(PersonFields.Attribute("groupId"), tracked.GroupId);
                break;
            case EventKind.Alias when tracked.PreviousId is { } previous:
                // Most often the id before was a browser's. Protocols that know one kind of id only may mean a user's.
                person.Add(VisitorField, previous).Add(_userField, tracked.IsPreviousUser ? previous : null);
                break;
            default:
                break;
        }

        ConsentContext.Add(person, tracked.Context);
        return person;
    }

    // What a browser did before its person was known names the browser; this record makes the two one customer.
    private PersonRecord Link(TrackedEvent tracked, string user, string visitor) =>
        Part(tracked, VisitorKey(visitor)).Add(VisitorField, visitor).Add(_userField, user);
}
