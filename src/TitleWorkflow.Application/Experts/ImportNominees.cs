using FluentValidation;
using FluentValidation.Results;
using MediatR;
using TitleWorkflow.Application.Applicants;
using TitleWorkflow.Application.Spreadsheets;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Application.Experts;

/// <summary>
/// A personnel office hands in a list of experts as a spreadsheet: whoever is listed rightly is nominated, the other rows come
/// back with what is wrong in them. It is read here, for a command that lost a race starts again and a stream is read only once.
/// </summary>
public static class ImportNominees
{
    /// <param name="Unit">The organising unit that keeps the pool.</param>
    /// <param name="FileName">Name as uploaded.</param>
    /// <param name="File">The spreadsheet, read once.</param>
    public sealed record Command(OrganisationId Unit, string FileName, Stream File) : IRequest<Result>;

    /// <param name="Nominated">How many were nominated.</param>
    /// <param name="Headings">Headings of the list.</param>
    /// <param name="Refused">Rows that were not taken, in the order of the file.</param>
    public sealed record Result(int Nominated, IReadOnlyList<string> Headings, IReadOnlyList<Row> Refused);

    /// <param name="Number">Number of the row in the file.</param>
    /// <param name="Cells">What it said.</param>
    /// <param name="Faults">What is wrong in it.</param>
    public sealed record Row(int Number, IReadOnlyList<string> Cells, IReadOnlyList<NomineeFault> Faults);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.FileName).NotEmpty().WithMessage("experts.import.choose").MaximumLength(200);
    }

    internal sealed class Handler(ISender sender) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            NomineeRules.SheetSize.Require(command.File.Length <= NomineeRules.MostBytes);

            // One row more than allowed shows that there are too many; the first is the headings.
            var rows = Spreadsheet.Read(command.File, NominateExperts.Most + 2);
            ApplicantSliceRules.SheetReadable.Require(rows is not null);
            NomineeRules.SheetSize.Require(rows!.Count > 1 && rows.Count <= NominateExperts.Most + 1);
            var headings = rows[0].Cells;
            Require(headings);

            var sheet = new NomineeSheet(headings);
            var read = rows.Skip(1).Select(r => new Row(r.Number, r.Cells, sheet.Check(r.Cells))).ToList();
            var wellFormed = read.Where(r => r.Faults.Count == 0).ToList();
            var refused = read.Where(r => r.Faults.Count > 0).ToList();
            if (wellFormed.Count == 0)
            {
                return new Result(0, headings, refused);
            }

            var done = await sender.Send(
                new NominateExperts.Command(command.Unit, wellFormed.ConvertAll(r => sheet.Read(r.Cells)), Partly: true), ct);
            refused.AddRange(done.Errors.Select(e => wellFormed[e.Row - 1] with
            {
                Faults = [new NomineeFault(NomineeSheet.ColumnOf(e.Error), e.Error)],
            }));
            return new Result(done.Nominated, headings, [.. refused.OrderBy(r => r.Number)]);
        }

        private static void Require(IReadOnlyList<string> headings)
        {
            List<ValidationFailure> failures =
            [
                .. NomineeSheet.Strange(headings).Select(h => Failure("UnknownHeading", h)),
                .. NomineeSheet.Lacking(headings).Select(h => Failure("MissingHeading", h)),
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
