using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Tests.Assessments;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Instances;

public sealed class SealedActsTests
{
    public static TheoryData<string, string?, StatutoryAct> Steps => new()
    {
        { "start", null, StatutoryAct.None },
        { "declare", "Submit", StatutoryAct.ApplicantsAct },
        { "correctTown", "Submit", StatutoryAct.ApplicantsAct },
        { "supplement", "Supplied", StatutoryAct.ApplicantsAct },
        { "employerCheck", "Pass", StatutoryAct.Decision },
        { "recommend", "Recommend", StatutoryAct.Decision },
        { "town", "Pass", StatutoryAct.None },
        { "town", "Refuse", StatutoryAct.Decision },
        { "city", null, StatutoryAct.Decision },
        { "eligibility", "Accept", StatutoryAct.Decision },
        { "reopening", null, StatutoryAct.Decision },
        { "assignGroup", "Assign", StatutoryAct.Decision },
        { "postResult", "Post", StatutoryAct.None },
        { "confirm", "Confirm", StatutoryAct.Decision },
        { "accept", null, StatutoryAct.OfficialRecord },
        { "notifyResult", null, StatutoryAct.OfficialRecord },
        { "certificate", null, StatutoryAct.OfficialRecord },
        { "employerPublicity", null, StatutoryAct.Publicity },
        { "resultPublicity", "Clear", StatutoryAct.Publicity },
        { "groupReview", null, StatutoryAct.ExpertOpinion },
        { "ballot", "Passed", StatutoryAct.Ballot },
        { "signPassed", null, StatutoryAct.Signature },

        // A container stands for the gravest of what it holds.
        { "flowchart1", null, StatutoryAct.Signature },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Every_step_of_the_shipped_flow_says_what_it_stands_for(string step, string? outcome, StatutoryAct act)
    {
        await using var product = await Product.WithCityAsync(DatabaseProvider.Sqlite);
        var document = WorkflowDocument.Parse(await product.ReadAsync(db => db.WorkflowVersions.Where(v => v.DefinitionId == "title-review").Select(v => v.Json).SingleAsync()));

        var found = await product.InScopeAsync(Sender.Nobody, scope => Task.FromResult(
            scope.GetRequiredService<StatutoryActs>().Of(document.Nodes.First(n => n.Id == step), outcome)));

        Assert.Equal(act, found);
    }

    [SkippableTheory, Databases]
    public async Task From_the_opening_of_the_ballot_on_nobody_skips_or_ends(DatabaseProvider database)
    {
        await using var room = await Room.OpenAsync(database);
        var declaration = await room.Product.ReadAsync(db => db.MeetingCases.Select(c => c.Declaration).SingleAsync());
        var instance = await room.Product.StartAsync(Flows.Waiting, declaration.ToString());
        var before = await room.Product.SendAs("admin", new RequestCancel.Command(instance, "重复立案"));
        await room.OpenVotingAsync();

        await Refused.With(
            InterventionRules.BallotUntouched,
            () => room.Product.SendAs("supervisor", new ApproveIntervention.Command(before.Intervention)));
        await room.Product.SendAs("admin", new TakeBackIntervention.Command(before.Intervention));
        await Refused.With(
            InterventionRules.BallotUntouched,
            async () => await room.Product.SendAs("admin", new RequestCancel.Command(instance, "重复立案")));
    }
}
