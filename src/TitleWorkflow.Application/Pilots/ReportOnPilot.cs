using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>A pilot reports to the city on a year (年度报告): the product counts, the unit says the rest.</summary>
public static class ReportOnPilot
{
    /// <param name="Application">The application that was authorised.</param>
    /// <param name="Year">The year, past.</param>
    /// <param name="Words">How it went.</param>
    public sealed record Command(PilotApplicationId Application, int Year, string Words) : IRequest, ICommand
    {
        string ICommand.Subject => Application.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Year).InclusiveBetween(2000, 2100);
            RuleFor(c => c.Words).MaximumLength(3000);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var pilot = await db.FindOwnPilotAsync(user, command.Application, ct);

            // Two at the same instant: the later one meets the key of reports and, started again, this rule.
            PilotRules.ReportOnce.Require(
                !await db.PilotReports.AnyAsync(r => r.Committee == pilot.Committee && r.Year == command.Year, ct));
            var figures = await db.PilotYearAsync(pilot, command.Year, ct);
            db.PilotReports.Add(PilotReport.HandIn(pilot, command.Year, figures, command.Words, user.Person!.Value, clock.GetUtcNow()));
            journal.Detail = command.Year.ToString(CultureInfo.InvariantCulture);
        }
    }
}
