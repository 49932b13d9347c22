using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Benchmarks.Product;

/// <summary>Who sends, with the grants they hold; set per scope as the web does from the session.</summary>
internal sealed class BenchUser : ICurrentUser
{
    public PersonId? Person { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<HeldGrant> Grants { get; private set; } = [];

    public string Origin => "127.0.0.1";

    public string? IdempotencyKey { get; private set; }

    public void Become(Sender sender, string? key)
    {
        (Person, Name, Grants, IdempotencyKey) = (sender.Person, sender.Name, sender.Grants, key);
    }
}

/// <summary>A person of the demonstration city who sends commands.</summary>
internal sealed record Sender(PersonId? Person, string Name, IReadOnlyList<HeldGrant> Grants)
{
    public static Sender Nobody { get; } = new(null, "", []);

    /// <summary>An officer, by account name.</summary>
    public static Sender Of(string userName)
    {
        var person = DemoPeople.All.Single(p => p.UserName == userName);
        return new Sender(DemoPeople.Id(userName), person.Name, [.. person.Grants.Select(g => Grant(g.Role, g.Organisation))]);
    }

    /// <summary>One of the further applicants, from 1.</summary>
    public static Sender Applicant(int number) => new(
        DemoPeople.Id($"applicant-{number:D4}"), $"申报人{number:D4}", [Grant(Role.Applicant, "yuanxiu")]);

    private static HeldGrant Grant(Role role, string organisation) => new(
        role, DemoOrganisations.Id(organisation), DemoOrganisations.All.Single(o => o.Key == organisation).Name);
}
