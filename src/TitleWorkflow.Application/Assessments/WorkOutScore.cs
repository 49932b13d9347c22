using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Works out what an applicant's entries would be worth while they are typed (试算); nothing is kept.</summary>
public static class WorkOutScore
{
    /// <param name="Declaration">The case; one's own.</param>
    /// <param name="Entries">Everything claimed so far.</param>
    public sealed record Query(DeclarationId Declaration, IReadOnlyList<ScoreEntry> Entries) : IRequest<ScoreWorking>;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Entries).NotNull().Must(e => e.Count <= 200 && e.All(x => x is not null));
    }

    internal sealed class Handler(TitleDb db, DeclarationAccess access) : IRequestHandler<Query, ScoreWorking>
    {
        public async Task<ScoreWorking> Handle(Query query, CancellationToken ct)
        {
            var declaration = await access.FindOwnAsync(query.Declaration, ct, withEvidence: true);
            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == declaration.Plan, ct);
            var file = await db.ScoreFileAsync(declaration, ct);
            file.Fill(declaration, plan.Standard, query.Entries);
            return file.Self(declaration);
        }
    }
}
