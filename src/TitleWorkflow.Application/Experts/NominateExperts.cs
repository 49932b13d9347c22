using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>An employer's personnel office nominates experts for a unit's pool, all or none unless it says otherwise (专家推荐).</summary>
public static class NominateExperts
{
    /// <summary>Most nominations at once.</summary>
    public const int Most = 500;

    /// <param name="Unit">The organising unit that keeps the pool.</param>
    /// <param name="Nominees">Who is nominated.</param>
    /// <param name="Partly">True to nominate the others, though some rows are wrong.</param>
    public sealed record Command(OrganisationId Unit, IReadOnlyList<Nominee> Nominees, bool Partly = false)
        : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Unit.ToString();
    }

    /// <param name="Name">Full name.</param>
    /// <param name="IdNumber">Identity-card number; says who it is.</param>
    /// <param name="Series">Series of the person's title.</param>
    /// <param name="Specialty">Specialty.</param>
    /// <param name="Level">Level of the person's title.</param>
    /// <param name="Keywords">Fields of work.</param>
    public sealed record Nominee(
        string Name, string IdNumber, TitleSeries Series, string Specialty, TitleLevel Level, IReadOnlyList<string> Keywords);

    /// <param name="Nominated">How many were nominated; none if there is an error, unless partly.</param>
    /// <param name="Errors">What is wrong, row by row.</param>
    public sealed record Result(int Nominated, IReadOnlyList<RowError> Errors);

    /// <param name="Row">Row among the nominees, from 1.</param>
    /// <param name="Error">What is wrong with it.</param>
    public sealed record RowError(int Row, NominationError Error);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Nominees).NotEmpty().Must(n => n.Count <= Most);
            RuleForEach(c => c.Nominees).ChildRules(n =>
            {
                n.RuleFor(x => x.Name).NotEmpty().MaximumLength(60);
                n.RuleFor(x => x.IdNumber).NotEmpty().MaximumLength(20);
                n.RuleFor(x => x.Specialty).NotEmpty().MaximumLength(60);
                n.RuleFor(x => x.Series).IsInEnum();
                n.RuleFor(x => x.Level).IsInEnum();
                n.RuleFor(x => x.Keywords).NotNull().Must(k => k.Count <= 20 && k.All(w => w.Length <= 60));
            });
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var nominator = await db.Organisations.SingleAsync(o => o.Id == user.OfficesOf(Role.EmployerHr)[0], ct);
            var levels = (await db.Committees.AsNoTracking().Where(c => c.OrganisingUnit == command.Unit).ToListAsync(ct))
                .GroupBy(c => c.Series).ToDictionary(g => g.Key, g => g.Min(c => c.Level));
            if (levels.Count == 0)
            {
                throw new NotFoundException();
            }

            var numbers = command.Nominees.Select(n => n.IdNumber).ToList();
            var people = await db.People.Where(p => numbers.Contains(p.IdNumber)).ToDictionaryAsync(p => p.IdNumber, ct);
            var ids = people.Values.Select(p => p.Id).ToList();
            var known = await db.Experts.Where(e => ids.Contains(e.Person)).ToDictionaryAsync(e => e.Person, ct);
            var errors = Errors(command.Nominees, levels, people, known);
            journal.Detail = $"{command.Nominees.Count} nominated, {errors.Count} wrong";
            if (errors.Count > 0 && !command.Partly)
            {
                return new Result(0, errors);
            }

            var wrong = errors.Select(e => e.Row - 1).ToHashSet();
            var right = command.Nominees.Where((_, i) => !wrong.Contains(i)).ToList();
            foreach (var nominee in right)
            {
                if (!people.TryGetValue(nominee.IdNumber, out var person))
                {
                    person = new Person(PersonId.New(), nominee.Name.Trim(), nominee.IdNumber, nominator.Id);
                    db.People.Add(person);
                }

                Nominate(command.Unit, nominator, nominee, person, levels[nominee.Series], known.GetValueOrDefault(person.Id));
            }

            return new Result(right.Count, errors);
        }

        private void Nominate(
            OrganisationId unit, Organisation nominator, Nominee nominee, Person person, TitleLevel committeeLevel, Expert? before)
        {
            var fields = new ExpertFields(nominee.Series, nominee.Specialty, nominee.Level, nominee.Keywords);
            if (before is not null)
            {
                before.NominateAgain(nominator, fields, committeeLevel, user.Name, clock.GetUtcNow());
            }
            else
            {
                db.Experts.Add(Expert.Nominate(person.Id, unit, nominator, fields, committeeLevel, user.Name, clock.GetUtcNow()));
            }
        }
    }

    private static List<RowError> Errors(
        IReadOnlyList<Nominee> nominees,
        Dictionary<TitleSeries, TitleLevel> levels,
        Dictionary<string, Person> people,
        Dictionary<PersonId, Expert> known)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. nominees.Select((nominee, i) => (Row: i + 1, Error: Error(nominee)))
                .Where(e => e.Error is not null).Select(e => new RowError(e.Row, e.Error!.Value)),
        ];

        NominationError? Error(Nominee nominee)
        {
            var person = people.GetValueOrDefault(nominee.IdNumber);
            return !seen.Add(nominee.IdNumber) ? NominationError.TwiceInList
                : !levels.TryGetValue(nominee.Series, out var level) ? NominationError.NoCommitteeOfSeries
                : nominee.Level < level ? NominationError.TitleTooLow
                : person is not null && person.Name != nominee.Name.Trim() ? NominationError.NameDiffers
                : person is not null && known.TryGetValue(person.Id, out var expert)
                    && expert.State is not (ExpertState.Rejected or ExpertState.Declined or ExpertState.Removed)
                    ? NominationError.AlreadyInPool
                : null;
        }
    }
}

/// <summary>What is wrong with a nomination.</summary>
public enum NominationError
{
    /// <summary>The same identity number stands in an earlier row.</summary>
    TwiceInList,

    /// <summary>The unit has no committee of that series.</summary>
    NoCommitteeOfSeries,

    /// <summary>The title is below what the unit's committees review.</summary>
    TitleTooLow,

    /// <summary>The identity number belongs to somebody of another name.</summary>
    NameDiffers,

    /// <summary>The person is in a pool, or on the way into one.</summary>
    AlreadyInPool,

    /// <summary>A needed cell is empty.</summary>
    Missing,

    /// <summary>A text is too long.</summary>
    TooLong,

    /// <summary>Not an identity number: wrong length, date of birth or check character.</summary>
    NotAnIdentityNumber,

    /// <summary>Not one of the words to choose from.</summary>
    NotAnOption,
}
