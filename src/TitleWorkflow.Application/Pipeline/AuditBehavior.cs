using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Auditing;
using TitleWorkflow.Domain;

namespace TitleWorkflow.Application.Pipeline;

/// <summary>
/// Writes a refusal to the audit log, after the rollback, as a change of its own. What succeeds is audited in its own commit.
/// </summary>
internal sealed class AuditBehavior<TRequest, TResponse>(RefusalLog refusals) : IPipelineBehavior<TRequest, TResponse>
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
            await refusals.WriteAsync(
                ActionName.Of(request.GetType()), request.Subject, Reason(refusal)!, namesActor: request.NamesActor);
            throw;
        }
    }

    private static string? Reason(Exception refusal) => refusal switch
    {
        RuleBrokenException broken => string.Join(',', broken.Rules.Select(r => r.Code)),
        NotFoundException => "not-found",
        ValidationException => "invalid-input",
        DbUpdateConcurrencyException => "changed-meanwhile",
        _ => null,
    };
}
