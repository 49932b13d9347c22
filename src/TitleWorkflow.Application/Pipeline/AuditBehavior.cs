using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Pipeline;

/// <summary>
/// Writes a refusal to the audit log, after the rollback, as a change of its own. What succeeds is audited in its own commit.
/// </summary>
internal sealed class AuditBehavior<TRequest, TResponse>(
    IServiceScopeFactory scopes, ChangeWriter writer, ICurrentUser user, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand
{
    public async Task<TResponse> Handle(
        TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        try
        {
            return await next();
        }
        catch (Exception refusal) when (Reason(refusal) is not null)
        {
            await using var scope = scopes.CreateAsyncScope();
            var draft = CommandJournal.Draft(request, user, clock.GetUtcNow(), "refused", Reason(refusal)!, "");
            await writer.CommitAsync(scope.ServiceProvider.GetRequiredService<TitleDb>(), [draft], CancellationToken.None);
            throw;
        }
    }

    private static string? Reason(Exception refusal) => refusal switch
    {
        RuleBrokenException broken => string.Join(',', broken.Rules.Select(r => r.Code)),
        NotFoundException => "not-found",
        ValidationException => "invalid-input",
        _ => null,
    };
}
