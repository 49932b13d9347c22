using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Experts;

/// <summary>A flow follows everybody into the pool and through it, and tells no operator who it is.</summary>
public sealed class ExpertFlowTests
{
    private const string Name = "邵闻舟";
    private static readonly OrganisationId Unit = DemoOrganisations.Id("unit");

    [SkippableTheory, Databases]
    public async Task A_flow_follows_a_nominee_from_screening_to_the_end_of_the_renewed_term(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var expert = await Nominate(product);
        Assert.Equal("screening", await Step(product, expert));
        await Screen(product, expert, fit: true);
        Assert.Equal("posting", await Step(product, expert));
        await product.SendAs("office", new PostCandidates.Command());
        Assert.Equal("candidacy", await Step(product, expert));
        await Answer(product, expert, consents: true);
        Assert.Equal("candidacy", await Step(product, expert));
        await Wait(product, Product.FirstDay.AddDays(8));
        Assert.Equal("appointment", await Step(product, expert));
        Assert.Equal(1, await Notices(product, DemoPeople.Id("organiser"), "notice.expert-flow"));
        await product.SendAs("organiser", new AppointExperts.Command());
        Assert.Equal("term", await Step(product, expert));
        await Decide(product, expert, MembershipDecision.Suspend);
        await Decide(product, expert, MembershipDecision.Resume);
        await Decide(product, expert, MembershipDecision.Evaluate);
        Assert.Equal(
            (1, 1),
            (await Notices(product, expert, "notice.expert-suspended"), await Notices(product, expert, "notice.expert-resumed")));
        var first = (await Read(product, expert)).TermTo!.Value;
        await Wait(product, first.AddDays(-20));
        Assert.Equal(1, await Notices(product, DemoPeople.Id("organiser"), "notice.expert-term-ends"));
        await product.SendAs("organiser", new RenewExpert.Command(expert));
        await Wait(product, first.AddDays(1));
        Assert.Equal("term", await Step(product, expert));
        await Wait(product, (await Read(product, expert)).TermTo!.Value.AddDays(1));
        Assert.Equal("Finished at expired", await Step(product, expert));
        Assert.Equal(1, await Notices(product, expert, "notice.expert-flow"));

        await Decide(product, expert, MembershipDecision.Evaluate);
        await product.SendAs("organiser", new RenewExpert.Command(expert));

        Assert.Equal("term", await Step(product, expert));
        Assert.Equal(2, await product.ReadAsync(db => db.WorkflowInstances.CountAsync(i => i.DefinitionId == ExpertFlow.Id)));
    }

    [SkippableTheory, Databases]
    public async Task Who_is_not_taken_ends_where_it_was_decided_and_a_new_nomination_begins_anew(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var (unfit, objected, declining) = (await Nominate(product, 1), await Nominate(product, 2), await Nominate(product, 3));

        await Screen(product, unfit, fit: false);
        await Screen(product, objected, fit: true);
        await Screen(product, declining, fit: true);
        await product.SendAs("office", new PostCandidates.Command());
        await product.SendAs("office", new ObjectToCandidate.Command(objected, "署名存疑"));
        await product.SendAs("organiser", new DecideObjection.Command(objected, 1, Upheld: true, "属实"));
        await Answer(product, declining, consents: false);
        Assert.Equal("Finished at notFit", await Step(product, unfit));
        Assert.Equal("Finished at rejected", await Step(product, objected));
        Assert.Equal("Finished at declined", await Step(product, declining));
        await Nominate(product, 1);

        Assert.Equal("screening", await Step(product, unfit));
        Assert.Equal(4, await product.ReadAsync(db => db.WorkflowInstances.CountAsync(i => i.DefinitionId == ExpertFlow.Id)));
    }

    [SkippableTheory, Databases]
    public async Task A_removed_member_is_told_why_and_an_operator_is_not_told_who(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var expert = await Nominate(product);
        await Screen(product, expert, fit: true);
        await product.SendAs("office", new PostCandidates.Command());
        await Answer(product, expert, consents: true);
        await Wait(product, Product.FirstDay.AddDays(8));
        await product.SendAs("organiser", new AppointExperts.Command());

        await Decide(product, expert, MembershipDecision.Remove);

        Assert.Equal("Finished at removed", await Step(product, expert));
        Assert.Equal(
            ["本人工作变动"],
            await product.ReadAsync(db => db.Notices.Where(n => n.Person == expert && n.Text == "notice.expert-removed").Select(n => n.Values).SingleAsync()));
        var nomination = (await Read(product, expert)).Nomination!.Value;
        var row = await product.ReadAsync(db => db.WorkflowInstances.AsNoTracking().SingleAsync(i => i.Id == nomination.ToString()));
        var lines = await product.ReadAsync(db => db.WorkflowJournal.AsNoTracking().Where(j => j.InstanceId == row.Id).ToListAsync());
        string[] telling = [Name, expert.ToString(), DemoPeople.Id("hr").ToString()];
        Assert.All(telling, t => Assert.DoesNotContain(t, row.State + row.Name + row.CorrelationId));
        Assert.All(lines, l => Assert.All(telling, t => Assert.DoesNotContain(t, $"{l.By} {l.Message} {l.Payload}")));
        Assert.Null(row.Declaration);
        foreach (var operating in new[] { "admin", "auditor" })
        {
            Assert.Empty((await product.SendAs(operating, new ListInstances.Query(Person: Name))).Items);
            var found = Assert.Single((await product.SendAs(operating, new ListInstances.Query(Number: nomination.Reference))).Items);
            var shown = await product.SendAs(operating, new GetInstance.Query(found.Instance));
            Assert.Null(found.Person);
            Assert.All(shown.Journal, l => Assert.Null(l.Person));
        }

        var road = (await product.SendAs("office", new GetExpert.Query(expert))).Road;
        Assert.Equal(nomination.Reference, road!.Reference);
        Assert.NotEmpty(road.Picture.Steps);
        Assert.Null((await product.SendAs(Self(expert), new GetExpert.Query(null))).Road);
    }

    [SkippableTheory, Databases]
    public async Task Whoever_must_act_is_reminded_once_for_all_who_wait(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await Nominate(product, 1);
        var expert = await Nominate(product, 2);

        await Wait(product, Product.FirstDay.AddDays(15));
        await Screen(product, expert, fit: true);

        var told = await Notices(product, DemoPeople.Id("office"), "notice.expert-screening-due");
        Assert.InRange(told, 1, 2);
        Assert.Equal("posting", await Step(product, expert));
    }

    private static async Task<PersonId> Nominate(Product product, int number = 1)
    {
        await product.SendAs("hr", new NominateExperts.Command(
            Unit, [new(Name, Identity(number), TitleSeries.Engineering, "机械", TitleLevel.FullSenior, [])]));
        return await product.ReadAsync(db => db.People.Where(p => p.IdNumber == Identity(number)).Select(p => p.Id).SingleAsync());
    }

    private static Task Screen(Product product, PersonId expert, bool fit) => product.SendAs(
        "office", new ScreenNominees.Command([new(expert, fit, fit ? null : "证书不符")]));

    private static Task Answer(Product product, PersonId expert, bool consents) =>
        product.SendAs(Self(expert), new AnswerNomination.Command(consents));

    private static Task Decide(Product product, PersonId expert, MembershipDecision decision) =>
        product.SendAs("organiser", new DecideOnMembership.Command(expert, decision, "本人工作变动"));

    private static Sender Self(PersonId expert) => new(expert, Name);

    private static async Task Wait(Product product, DateOnly day)
    {
        product.Clock.MoveTo(day);
        await product.DoDueWorkAsync();
    }

    private static Task<Expert> Read(Product product, PersonId expert) =>
        product.ReadAsync(db => db.Experts.AsNoTracking().SingleAsync(e => e.Person == expert));

    private static Task<int> Notices(Product product, PersonId person, string text) =>
        product.ReadAsync(db => db.Notices.CountAsync(n => n.Person == person && n.Text == text));

    // Where the present road waits, or how and where it ended.
    private static async Task<string> Step(Product product, PersonId expert)
    {
        var id = (await Read(product, expert)).Nomination.ToString();
        var state = await product.ReadAsync(db => db.WorkflowInstances.Where(i => i.Id == id).Select(i => i.State).SingleAsync());
        var instance = WorkflowInstance.FromJson(state);
        return instance.Bookmarks.Count == 1
            ? instance.Bookmarks[0].ActivityNodeId.Split(':')[^1]
            : $"{instance.SubStatus} at {await Last(product, id!)}";
    }

    private static Task<string> Last(Product product, string instance) => product.ReadAsync(db => db.WorkflowJournal
        .Where(j => j.InstanceId == instance && j.ActivityType == "Elsa.End").OrderByDescending(j => j.Sequence)
        .Select(j => j.ActivityId).FirstAsync());

    private static string Identity(int number)
    {
        var digits = $"990400198001{(number / 100) + 10:D2}{number % 100:D3}";
        return digits + IdentityNumber.CheckCharacter(digits);
    }
}
