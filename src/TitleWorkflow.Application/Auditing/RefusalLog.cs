using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Auditing;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Auditing;

/// <summary>
/// Writes refusals to the audit log, each as a change of its own: those of commands, of policies, of reads and of sign-ins. Never
/// what was sent.
/// </summary>
public sealed class RefusalLog(IServiceScopeFactory scopes, ChangeWriter writer, ICurrentUser user, TimeProvider clock)
{
    /// <param name="action">What was asked for.</param>
    /// <param name="subject">On what; empty if on nothing in particular.</param>
    /// <param name="rules">What stood in the way: codes of rules, or the name of a policy.</param>
    /// <param name="detail">What else is to be known; empty if nothing.</param>
    /// <param name="namesActor">Whether it may be known who asked, and from where.</param>
    public async Task WriteAsync(string action, string subject, string rules, string detail = "", bool namesActor = true)
    {
        // A context of its own: what the refused act has prepared must not be saved with it.
        await using var scope = scopes.CreateAsyncScope();
        var draft = new AuditDraft(
            clock.GetUtcNow(), namesActor ? user.Person?.Value : null, namesActor ? user.Origin : "-", action, subject, "refused", rules, detail);
        await writer.CommitAsync(scope.ServiceProvider.GetRequiredService<TitleDb>(), [draft], CancellationToken.None);
    }
}
