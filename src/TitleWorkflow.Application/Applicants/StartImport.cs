using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Spreadsheets;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Applicants;

/// <summary>A list of applicants that was read is stored, row by row, to be worked off.</summary>
public static class StartImport
{
    /// <param name="Plan">The plan the drafts are opened under.</param>
    /// <param name="FileName">Name as uploaded.</param>
    /// <param name="Headings">Its first row.</param>
    /// <param name="Rows">Its other rows.</param>
    public sealed record Command(PlanId Plan, string FileName, IReadOnlyList<string> Headings, IReadOnlyList<SheetRow> Rows)
        : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Plan.ToString();
    }

    /// <param name="Import">The list.</param>
    /// <param name="Rows">How many rows it has.</param>
    public sealed record Result(ApplicantImportId Import, int Rows);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.FileName).NotEmpty().MaximumLength(200);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, ImportAccess access, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Plan, ct) ?? throw new NotFoundException();
            NominationRules.NominatedOnly.Require(plan.Channel != Channel.SpecialisedNomination);
            DeclarationRules.OwnStaff.Require(plan.StaffOf is null || plan.StaffOf == access.Offices[0]);
            var sheet = new ApplicantSheet(plan.Form, command.Headings);
            var now = clock.GetUtcNow();
            var import = new ApplicantImport(
                command.Plan, access.Offices[0], user.Person!.Value, Path.GetFileName(command.FileName), command.Headings, command.Rows.Count, now);
            var rows = command.Rows.Select(r => new ImportRow(import.Id, r.Number, r.Cells)).ToList();
            import.Count(0, RefuseRepeated(sheet, rows), now);
            db.ApplicantImports.Add(import);
            db.ApplicantImportRows.AddRange(rows);
            journal.Detail = $"{import.Id}: {command.Rows.Count}";
            return new Result(import.Id, command.Rows.Count);
        }

        // Whoever stands in the list twice is imported once, by the first row; the rest of a list is worked off in any order.
        private static int RefuseRepeated(ApplicantSheet sheet, List<ImportRow> rows)
        {
            var repeated = rows.Where(r => sheet.Check(r.Cells).Count == 0)
                .GroupBy(r => sheet.Read(r.Cells).IdentityNumber).SelectMany(g => g.Skip(1)).ToList();
            repeated.ForEach(r => r.Refuse([new RowFault(ApplicantSheet.Identity, CellFault.Repeated)]));
            return repeated.Count;
        }
    }
}
