using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Applicants;

/// <summary>The clock works off the next rows of a list: each becomes a person, an account and a draft, or is refused.</summary>
public static class ImportNextRows
{
    /// <summary>Rows of one commit: few enough that nobody at a desk waits for them.</summary>
    public const int BatchSize = 25;

    /// <param name="Import">The list.</param>
    public sealed record Command(ApplicantImportId Import) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Import.ToString();
    }

    /// <param name="IsDone">True once no row is left.</param>
    public sealed record Result(bool IsDone);

    internal sealed class Handler(TitleDb db, Enrolment enrolment, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var import = await db.ApplicantImports.SingleOrDefaultAsync(i => i.Id == command.Import && i.EndedAt == null, ct);
            if (import is null)
            {
                return new Result(IsDone: true);
            }

            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == import.Plan, ct);
            var office = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == import.Office, ct);
            var rows = await db.ApplicantImportRows.Where(r => r.Import == import.Id && !r.IsDone)
                .OrderBy(r => r.Number).Take(BatchSize).ToListAsync(ct);
            var sheet = new ApplicantSheet(plan.Form, import.Headings);
            var wellFormed = rows.Where(r => !Refuse(r, sheet.Check(r.Cells))).ToList();
            var listed = wellFormed.ConvertAll(r => sheet.Read(r.Cells));
            var known = await enrolment.KnownAsync(office, plan, listed, ct);
            foreach (var (row, person) in wellFormed.Zip(listed))
            {
                if (!Refuse(row, known.FaultsOf(person)))
                {
                    row.Become(await enrolment.EnrolAsync(person, known, plan, office, ct));
                }
            }

            var refused = rows.Count(r => r.Faults.Count > 0);
            import.Count(rows.Count - refused, refused, clock.GetUtcNow());
            journal.Detail = $"{rows.Count - refused}+{refused}";
            return new Result(import.EndedAt is not null);
        }

        private static bool Refuse(ImportRow row, IReadOnlyList<RowFault> faults)
        {
            if (faults.Count > 0)
            {
                row.Refuse(faults);
            }

            return faults.Count > 0;
        }
    }
}
