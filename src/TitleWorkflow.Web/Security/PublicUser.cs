using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Web.Security;

/// <summary>The public: nobody is signed in. Stands in until accounts are registered.</summary>
internal sealed class PublicUser(IHttpContextAccessor http) : ICurrentUser
{
    public PersonId? Person => null;

    public string Name => "";

    public IReadOnlyList<HeldGrant> Grants => [];

    public string Origin => http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "-";

    public string? IdempotencyKey => http.HttpContext is { } context ? RequestKey.Of(context.Request) : null;
}
