using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>Straight to the door of the meeting: the road before it is walked elsewhere.</summary>
internal sealed partial class Road
{
    /// <summary>A plan like the demonstration's under a rule set of its own.</summary>
    public static async Task<AnnualPlan> PlanUnder(Server server, string name, params (string Key, int Value)[] values)
    {
        var like = await server.Read(db => db.Plans.AsNoTracking().SingleAsync(p => p.Id == DemoCity.Plan));
        var rules = new RuleSet(
            RuleSetId.New(), name, like.Year, like.Channel, 1,
            RuleSetContent.Plain with { Values = values.ToDictionary(v => v.Key, v => v.Value) });
        var plan = new AnnualPlan(
            PlanId.New(), name, name, like.Year, like.Committee, like.Series, like.Specialty, like.Level, like.Channel,
            like.OpensOn, like.ClosesOn, rules.Id, like.Flow, like.Form, like.Standard);
        await server.Store(rules, plan);
        return plan;
    }

    /// <summary>Declarations that wait for the meeting, each read by three experts who all gave the score.</summary>
    public static async Task<IReadOnlyList<Road>> Waiting(Server server, AnnualPlan plan, string employer, params int[] scores)
    {
        var office = await server.Read(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Id == DemoOrganisations.Id(employer)));
        PersonId[] readers = [DemoPeople.Id("expert1"), DemoPeople.Id("expert2"), DemoPeople.Id("expert3")];
        var now = server.Today.StartsAt(hour: 9);
        var roads = new List<Road>();
        foreach (var score in scores)
        {
            var id = Guid.NewGuid().ToString("N");
            var person = new Person(PersonId.New(), $"申报人{id[..6]}", $"990400{id[..12]}", office.Id);
            var declaration = Domain.Declarations.Declaration.Start($"QT-2022-{id[..8]}", person, office, plan, server.Today, now);
            declaration.ClearEmployerPublicity(server.Today, now);
            declaration.Accept(Actor.Clock, now);
            declaration.CompleteGroupReview(3, Actor.Clock, now);
            declaration.Enter(DeclarationStatus.AwaitingMeeting, Stage.Assessment, plan.Committee, null, now);
            var review = GroupReview.Assign(declaration, readers, readers.ToHashSet(), 3, now);
            var points = new Dictionary<string, int>
            {
                ["technical"] = Math.Min(score, 30),
                ["achievements"] = Math.Max(0, score - 30),
                ["influence"] = 0,
            };
            await server.Store(
                [person, declaration, review, .. readers.Select(r => ScoreSheet.Submit(review, r, plan.Standard, points, "同意", now))]);
            roads.Add(new Road(server, "", declaration.Id.ToString()));
        }

        return roads;
    }
}
