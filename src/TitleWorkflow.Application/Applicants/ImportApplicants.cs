using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Spreadsheets;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Applicants;

/// <summary>
/// An office hands in a list of applicants as a spreadsheet: it is read here, then stored and worked off. Two steps, because a
/// command that lost a race starts again, and a stream can be read only once.
/// </summary>
public static class ImportApplicants
{
    /// <param name="Plan">The plan the drafts are opened under.</param>
    /// <param name="FileName">Name as uploaded.</param>
    /// <param name="File">The spreadsheet, read once.</param>
    public sealed record Command(PlanId Plan, string FileName, Stream File) : IRequest<StartImport.Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.FileName).NotEmpty().WithMessage("applicants.import.choose").MaximumLength(200);
    }

    internal sealed class Handler(TitleDb db, ImportAccess access, ISender sender) : IRequestHandler<Command, StartImport.Result>
    {
        public async Task<StartImport.Result> Handle(Command command, CancellationToken ct)
        {
            if (access.Offices.Count == 0)
            {
                throw new NotFoundException();
            }

            var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Plan, ct) ?? throw new NotFoundException();
            ApplicantRules.SheetSize.Require(command.File.Length <= ApplicantRules.MostBytes);

            // One row more than allowed shows that there are too many; the first is the headings.
            var rows = Spreadsheet.Read(command.File, ApplicantRules.MostRows + 2);
            ApplicantSliceRules.SheetReadable.Require(rows is not null);
            ApplicantRules.SheetSize.Require(rows!.Count > 1);
            Require(plan.Form, rows[0].Cells);
            return await sender.Send(new StartImport.Command(command.Plan, command.FileName, rows[0].Cells, [.. rows.Skip(1)]), ct);
        }

        // Told heading by heading, for a whole list may hang on one misspelt word.
        private static void Require(DossierForm form, IReadOnlyList<string> headings)
        {
            List<ValidationFailure> failures =
            [
                .. ApplicantSheet.Strange(form, headings).Select(h => Failure("UnknownHeading", h)),
                .. ApplicantSheet.Lacking(headings).Select(h => Failure("MissingHeading", h)),
            ];
            if (failures.Count > 0)
            {
                throw new ValidationException(failures);
            }
        }

        private static ValidationFailure Failure(string code, string heading) => new(nameof(Command.File), code)
        {
            ErrorCode = code,
            FormattedMessagePlaceholderValues = new() { ["Heading"] = heading },
        };
    }
}
