using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Application.Security;

/// <summary>One role the signed-in person holds today at one organisation.</summary>
public sealed record HeldGrant(Role Role, OrganisationId Organisation, string OrganisationName);

/// <summary>Who sends the present request, and from where.</summary>
public interface ICurrentUser
{
    /// <summary>The signed-in person; null for the public and for the product's own timers.</summary>
    PersonId? Person { get; }

    /// <summary>The person's name as shown; empty for the public.</summary>
    string Name { get; }

    /// <summary>The grants in force today.</summary>
    IReadOnlyList<HeldGrant> Grants { get; }

    /// <summary>Network address the request came from; "-" for the product's own timers.</summary>
    string Origin { get; }

    /// <summary>The request's idempotency key; null for reads and where the caller sent none.</summary>
    string? IdempotencyKey { get; }

    /// <summary>True if nobody sends it: the clock has reached something.</summary>
    bool IsClock => Person is null && Origin == "-";

    /// <summary>True if the person holds <paramref name="role"/> at any organisation.</summary>
    bool Has(Role role) => Grants.Any(g => g.Role == role);

    /// <summary>True if the person holds <paramref name="role"/> at exactly <paramref name="organisation"/>.</summary>
    bool Has(Role role, OrganisationId organisation) =>
        Grants.Any(g => g.Role == role && g.Organisation == organisation);

    /// <summary>Where the person holds <paramref name="role"/>.</summary>
    IReadOnlyList<OrganisationId> OfficesOf(Role role) =>
        [.. Grants.Where(g => g.Role == role).Select(g => g.Organisation)];
}
