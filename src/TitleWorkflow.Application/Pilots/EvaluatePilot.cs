using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>An officer of the city evaluates an application and proposes document and days of the authorisation (评估).</summary>
public static class EvaluatePilot
{
    /// <param name="Application">The application.</param>
    /// <param name="DocumentNumber">Number of the authorising document.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day, at most three years later.</param>
    /// <param name="ApprovesOutstanding">Whether paths of outstanding results are approved.</param>
    public sealed record Command(
        PilotApplicationId Application, string DocumentNumber, DateOnly From, DateOnly To, bool ApprovesOutstanding) : IRequest, ICommand
    {
        string ICommand.Subject => Application.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.DocumentNumber).NotEmpty().MaximumLength(60);
            RuleFor(c => c.From).NotEmpty();
            RuleFor(c => c.To).NotEmpty();
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var application = await db.FindPilotToDecideAsync(user, command.Application, ct);
            var before = await db.Committees.AsNoTracking().SingleOrDefaultAsync(c => c.Id == application.Committee, ct);
            application.Evaluate(
                new CommitteeAuthorization(command.DocumentNumber.Trim(), command.From, command.To),
                command.ApprovesOutstanding, before?.Authorization, user.Person!.Value, clock.GetUtcNow());
            journal.Detail = string.Create(
                CultureInfo.InvariantCulture, $"{command.DocumentNumber} {command.From:yyyy-MM-dd} {command.To:yyyy-MM-dd}");
        }
    }
}
