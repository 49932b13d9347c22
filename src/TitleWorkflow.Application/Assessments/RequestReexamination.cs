using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>An applicant asks to look again at how the own result came about (申请复查); the flow asks the organising unit.</summary>
public static class RequestReexamination
{
    /// <param name="Declaration">The case.</param>
    /// <param name="Ground">What is held against the result.</param>
    /// <param name="Statement">In the applicant's words.</param>
    public sealed record Command(DeclarationId Declaration, ReexaminationGround Ground, string Statement) : IRequest, ICommand
    {
        string ICommand.Subject => Declaration.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Ground).IsInEnum();
            RuleFor(c => c.Statement).NotEmpty().MaximumLength(2000);
        }
    }

    internal sealed class Handler(
        TitleDb db, DeclarationAccess access, OfficialCalendar calendar, CommandJournal journal, TimeProvider clock)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var declaration = await access.FindOwnAsync(command.Declaration, ct);
            var rules = await db.RuleSets.SingleAsync(r => r.Id == declaration.RuleSet, ct);
            var earlier = await db.Reexaminations.Where(r => r.Declaration == declaration.Id).ToListAsync(ct);
            db.Reexaminations.Add(Reexamination.Request(
                declaration, earlier, command.Ground, command.Statement, rules[Parameter.ReexaminationDays],
                await calendar.GetAsync(ct), clock.GetUtcNow()));
            journal.Detail = command.Ground.ToString();
        }
    }
}
