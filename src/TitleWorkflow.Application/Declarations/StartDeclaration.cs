using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Declarations;

/// <summary>Somebody opens a draft under an annual plan; its flow starts.</summary>
public static class StartDeclaration
{
    /// <param name="Plan">The plan applied under.</param>
    public sealed record Command(PlanId Plan) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Plan.ToString();
    }

    /// <param name="Declaration">The draft.</param>
    /// <param name="Number">Its number (申报号).</param>
    public sealed record Result(DeclarationId Declaration, string Number);

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, DeclarationAccess access, Numbers numbers, TimeProvider clock)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == command.Plan, ct) ?? throw new NotFoundException();
            var person = await db.People.SingleAsync(p => p.Id == user.Person, ct);
            var employer = await db.Organisations.SingleOrDefaultAsync(o => o.Id == person.Employer, ct);
            DeclarationRules.WindowOpen.Require(plan.IsOpenOn(clock.Today()));
            DeclarationRules.OneLivePerYear.Require(
                !await access.Own.AnyAsync(d => d.IsLive && d.Year == plan.Year && d.Level == plan.Level, ct));
            var number = $"QT-{plan.Year}-{await numbers.NextAsync($"declaration/{plan.Year}", ct):0000}";
            var declaration = Declaration.Start(number, person, employer, plan, clock.Today(), clock.GetUtcNow());
            db.Declarations.Add(declaration);
            return new Result(declaration.Id, number);
        }
    }
}
