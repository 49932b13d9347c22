using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Application.Tests.Harness;

/// <summary>Somebody who sends commands, with the grants they hold.</summary>
/// <param name="Person">Who; null for the public and the product's own clock.</param>
/// <param name="Name">Name as shown.</param>
/// <param name="Grants">What they may do, and where.</param>
public sealed record Sender(PersonId? Person, string Name, params IReadOnlyList<HeldGrant> Grants) : ICurrentUser
{
    /// <summary>Nobody signed in; also the product's own clock.</summary>
    public static Sender Nobody { get; } = new(null, "");

    /// <inheritdoc />
    public string Origin { get; init; } = "203.0.113.7";

    /// <inheritdoc />
    public string? IdempotencyKey { get; init; }

    /// <summary>A person of the demonstration city, by account name: <c>Sender.Of("hr")</c>.</summary>
    public static Sender Of(string userName)
    {
        var person = DemoPeople.All.Single(p => p.UserName == userName);
        return new Sender(DemoPeople.Id(userName), person.Name, [.. person.Grants.Select(g => Grant(g.Role, g.Organisation))]);
    }

    /// <summary>The same person, sending with an idempotency key.</summary>
    public Sender WithKey(string key) => this with { IdempotencyKey = key };

    /// <summary>The same person, with one more role at an organisation of the demonstration city.</summary>
    public Sender Holding(Role role, string organisation) => this with { Grants = [.. Grants, Grant(role, organisation)] };

    private static HeldGrant Grant(Role role, string organisation) => new(
        role, DemoOrganisations.Id(organisation), DemoOrganisations.All.Single(o => o.Key == organisation).Name);
}

/// <summary>The current user of one scope, as the product sees it.</summary>
internal sealed class SendingUser : ICurrentUser
{
    public Sender Sender { get; set; } = Sender.Nobody;

    public PersonId? Person => Sender.Person;

    public string Name => Sender.Name;

    public IReadOnlyList<HeldGrant> Grants => Sender.Grants;

    public string Origin => Sender.Origin;

    public string? IdempotencyKey => Sender.IdempotencyKey;
}
