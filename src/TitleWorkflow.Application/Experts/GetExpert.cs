using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>Shows a member of the pool to the office, or the person their own membership; to nobody else.</summary>
public static class GetExpert
{
    /// <param name="Expert">Who; null for oneself.</param>
    public sealed record Query(PersonId? Expert) : IRequest<Result>;

    /// <param name="Expert">Who.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Employer">Where the person works; null if not known.</param>
    /// <param name="Nominator">Who nominated; null for a pool taken over.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Specialty">Specialty.</param>
    /// <param name="Level">Level of the person's title.</param>
    /// <param name="FromEnterprise">Nominated by an enterprise.</param>
    /// <param name="Keywords">Fields of work.</param>
    /// <param name="State">State today.</param>
    /// <param name="TermFrom">First day of the term; null before appointment.</param>
    /// <param name="TermTo">Last day of the term; null before appointment.</param>
    /// <param name="PostedTo">Last day of the candidate publicity; null before.</param>
    /// <param name="AwaitsConsent">Whether the person may still consent or decline.</param>
    /// <param name="MeetingsThisYear">Meetings sat in this year.</param>
    /// <param name="Objections">Objections; none on the person's own page.</param>
    /// <param name="Relations">Declared relations.</param>
    /// <param name="History">What happened, newest first; on the person's own page without notes and names.</param>
    /// <param name="Road">The flow that follows the membership; null on the person's own page and for a pool taken over.</param>
    public sealed record Result(
        PersonId Expert,
        string Name,
        string? Employer,
        string? Nominator,
        TitleSeries Series,
        string Specialty,
        TitleLevel Level,
        bool FromEnterprise,
        IReadOnlyList<string> Keywords,
        ExpertState State,
        DateOnly? TermFrom,
        DateOnly? TermTo,
        DateOnly? PostedTo,
        bool AwaitsConsent,
        int MeetingsThisYear,
        IReadOnlyList<ExpertObjection> Objections,
        IReadOnlyList<Relation> Relations,
        IReadOnlyList<ExpertEntry> History,
        Flow? Road);

    /// <param name="Reference">What operators know it by.</param>
    /// <param name="Picture">The version it runs on, with the path taken.</param>
    public sealed record Flow(string Reference, GetFlowPicture.Result Picture);

    /// <param name="Id">Its id.</param>
    /// <param name="Kind">Which relation.</param>
    /// <param name="OtherName">To whom.</param>
    /// <param name="Until">Last day of the common work; null while it lasts, and for kinship.</param>
    /// <param name="AwaitsOffice">Whether the office may still find that it does not matter.</param>
    /// <param name="ClearReason">Why the office has found so; null where it has not.</param>
    public sealed record Relation(
        ExpertRelationId Id, RelationKind Kind, string OtherName, DateOnly? Until, bool AwaitsOffice, string? ClearReason);

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, InstanceFiles files, FlowSketch sketch) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var own = query.Expert is null;
            var expert = own
                ? await db.FindOwnMembershipAsync(user, ct)
                : await db.FindExpertAsync(user, query.Expert!.Value, ct);
            var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == expert.Person, ct);
            var offices = await db.Organisations
                .Where(o => o.Id == person.Employer || o.Id == expert.Nominator).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
            var relations = await db.ExpertRelations.AsNoTracking()
                .Where(r => r.Expert == expert.Person).OrderBy(r => r.RecordedAt).ToListAsync(ct);
            var today = clock.Today();
            return new Result(
                expert.Person, person.Name, NameOf(person.Employer), NameOf(expert.Nominator),
                expert.Series, expert.Specialty, expert.Level, expert.FromEnterprise, expert.Keywords,
                expert.StateOn(today), expert.TermFrom, expert.TermTo, expert.PostedTo,
                expert.State == ExpertState.InPublicity && expert.Consents is null,
                expert.MeetingsByYear.GetValueOrDefault(today.Year),
                own ? [] : expert.Objections,
                [
                    // What an applicant has asked in advance is not told to the expert it names.
                    .. relations.Where(r => !own || r.Kind != RelationKind.Avoided)
                        .Select(r => new Relation(r.Id, r.Kind, r.OtherName, r.Until, r is { IsBetweenFirms: true, ClearedAt: null }, r.ClearReason)),
                ],
                [
                    .. expert.History.AsEnumerable().Reverse()
                        .Where(h => !own || h.Act is not (ExpertAct.Objected or ExpertAct.ObjectionDecided))
                        .Select(h => own ? h with { By = "", Note = null } : h),
                ],
                own ? null : await RoadAsync(expert, ct));

            string? NameOf(OrganisationId? id) => id is { } known ? offices.GetValueOrDefault(known) : null;
        }

        // A road set out on before there was a flow has none.
        private Task<bool> FollowsAsync(string instance, CancellationToken ct) => db.WorkflowInstances.AnyAsync(i => i.Id == instance, ct);

        private async Task<Flow?> RoadAsync(Expert expert, CancellationToken ct)
        {
            if (expert.Nomination is not { } nomination || !await FollowsAsync(nomination.ToString(), ct))
            {
                return null;
            }

            var file = await files.FindAsync(nomination.ToString(), ct);
            return new Flow(nomination.Reference, await sketch.DrawAsync(
                file.Version.Name, file.Version.Version, WorkflowDocument.Parse(file.Version.Json),
                await InstanceTrace.ReadAsync(db, file.Row.Id, file.Instance, ct), ct));
        }
    }
}
