using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Instances;

/// <summary>Lists an instance's journal: what happened at which step, and who resumed what; the last line first.</summary>
public static class ListJournal
{
    /// <param name="Instance">The instance.</param>
    /// <param name="Before">Only lines before this one; null for the latest.</param>
    public sealed record Query(string Instance, long? Before = null) : IRequest<Result>;

    /// <param name="Items">At most <see cref="PageSize"/>, the last line first.</param>
    /// <param name="Next">To ask for earlier lines with; null if there are none.</param>
    public sealed record Result(IReadOnlyList<Line> Items, long? Next);

    /// <summary>Who is behind a line.</summary>
    public enum Author
    {
        /// <summary>The product itself, in the course of the flow.</summary>
        Product,

        /// <summary>The clock.</summary>
        Clock,

        /// <summary>A person.</summary>
        Person,

        /// <summary>Somebody who assesses: nobody's name may be known.</summary>
        Assessor,

        /// <summary>The expert pool, whose members and nominators no operator may know.</summary>
        Pool,
    }

    /// <param name="Sequence">Place in the journal, from 1.</param>
    /// <param name="At">When.</param>
    /// <param name="Event">What happened: one of the engine's words, or a step's own.</param>
    /// <param name="Step">At which step; the flow itself for the workflow.</param>
    /// <param name="Outcomes">What came out; empty for every other event.</param>
    /// <param name="Message">Reason or error, what is personal masked; null if there is none or it may not be read.</param>
    /// <param name="Author">Who is behind it.</param>
    /// <param name="Person">The person's name; null for every other author and to readers who see no persons.</param>
    public sealed record Line(
        long Sequence,
        DateTimeOffset At,
        string Event,
        StepName Step,
        IReadOnlyList<string> Outcomes,
        string? Message,
        Author Author,
        string? Person);

    /// <summary>Lines per page.</summary>
    public const int PageSize = 50;

    internal sealed class Handler(TitleDb db, ICurrentUser user, InstanceFiles files, StatutoryActs acts)
        : IRequestHandler<Query, Result>
    {
        // What people caused; everything else follows from it in the same burst.
        private static readonly string[] ByPeople =
        [
            JournalEvents.Resumed, JournalEvents.Retried, JournalEvents.Skipped, JournalEvents.Altered,
            JournalEvents.WorkflowCancelled,
        ];

        private static readonly string[] Repairs = [JournalEvents.Retried, JournalEvents.Skipped, JournalEvents.Altered];

        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var file = await files.FindAsync(query.Instance, ct);
            var lines = await db.WorkflowJournal.AsNoTracking()
                .Where(j => j.InstanceId == query.Instance && (query.Before == null || j.Sequence < query.Before))
                .OrderByDescending(j => j.Sequence).Take(PageSize + 1).ToListAsync(ct);
            var people = await NamesAsync(lines, ct);
            var masking = new Masking(file);
            return new Result(
                [.. lines.Take(PageSize).Select(l => Read(l, file, masking, people))],
                lines.Count > PageSize ? lines[PageSize - 1].Sequence : null);
        }

        private Line Read(JournalRow line, InstanceFile file, Masking masking, IReadOnlyDictionary<PersonId, string> people)
        {
            var author = AuthorOf(line, file);
            return new Line(
                line.Sequence, line.At, line.EventName, file.StepAt(line.NodeId), line.Outcomes, Message(line, masking), author,
                author == Author.Person && PersonOf(line) is { } person && IsTold(line, file) ? people.GetValueOrDefault(person) : null);
        }

        // Names inside the assessment are nobody's business: who resumed one of its steps is an assessor, whoever it was.
        private Author AuthorOf(JournalRow line, InstanceFile file)
        {
            var caused = ByPeople.Contains(line.EventName)
                || (line.EventName == JournalEvents.Started && line.NodeId == ActivityNode.WorkflowId);
            return caused switch
            {
                false => Author.Product,
                _ when line.By == ExpertFlow.By => Author.Pool,
                _ when PersonOf(line) is null => Author.Clock,
                _ when line.EventName == JournalEvents.Resumed && IsAssessment(file.NodeAt(line.NodeId)) => Author.Assessor,
                _ => Author.Person,
            };
        }

        private bool IsAssessment(ActivityNode? node) => node is not null
            && acts.Of(node, null) is StatutoryAct.ExpertOpinion or StatutoryAct.Ballot or StatutoryAct.Signature;

        // Whose draft it is, nobody knows before it is submitted.
        private static bool IsTold(JournalRow line, InstanceFile file) =>
            Repairs.Contains(line.EventName) || file.Declaration is null or { SubmittedAt: not null };

        private string? Message(JournalRow line, Masking masking) => line.EventName switch
        {
            JournalEvents.Stuck => line.Message,
            JournalEvents.Faulted when line.Message is { } error => masking.Show(error),
            JournalEvents.Altered when user.SeesPersons() => Alteration(line, masking),
            JournalEvents.Retried or JournalEvents.Skipped when user.SeesPersons() => line.Message,
            _ => null,
        };

        private static string? Alteration(JournalRow line, Masking masking)
        {
            var what = line.Payload is { } payload ? masking.Show(JsonNode.Parse(payload)).Text : null;
            return (line.Message, what) switch
            {
                (null, _) => what,
                (_, null) => line.Message,
                _ => $"{line.Message} {what}",
            };
        }

        private async Task<IReadOnlyDictionary<PersonId, string>> NamesAsync(IReadOnlyList<JournalRow> lines, CancellationToken ct)
        {
            var ids = user.SeesPersons() ? lines.Select(PersonOf).OfType<PersonId>().Distinct().ToList() : [];
            return await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        }

        private static PersonId? PersonOf(JournalRow line) => Guid.TryParse(line.By, out var id) ? new PersonId(id) : null;
    }
}
