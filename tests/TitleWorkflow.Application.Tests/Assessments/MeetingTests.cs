using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Assessments;

public sealed class MeetingTests
{
    [SkippableTheory, Databases]
    public async Task Only_what_waits_for_the_committee_comes_on_its_agenda(DatabaseProvider database)
    {
        await using var room = await Room.CalledAsync(database, cases: 0);

        await Refused.With(
            AssessmentSliceRules.CaseAwaitsMeeting,
            () => room.Product.SendAs("office", new AddCases.Command(room.Meeting, [DeclarationId.New()])));
    }

    [SkippableTheory, Databases]
    public async Task A_declaration_is_on_one_agenda_at_a_time(DatabaseProvider database)
    {
        await using var room = await Room.CalledAsync(database, cases: 1);
        var listed = (await room.CaseAsync()).Declaration;

        await Refused.With(
            AssessmentSliceRules.CaseAwaitsMeeting,
            () => room.Product.SendAs("office", new AddCases.Command(room.Meeting, [listed])));
    }

    [SkippableTheory, Databases]
    public async Task One_case_is_voted_on_at_a_time(DatabaseProvider database)
    {
        await using var room = await Room.OpenAsync(database, cases: 2);
        await room.OpenVotingAsync(0);

        await Refused.With(AssessmentSliceRules.OneVoting, () => room.OpenVotingAsync(1));
    }

    [SkippableTheory, Databases]
    public async Task Receipts_are_listed_when_the_voting_is_over(DatabaseProvider database)
    {
        await using var room = await Room.OpenAsync(database);
        await room.OpenVotingAsync();
        await room.CastAsync("expert1", BallotChoice.Yes);

        await Refused.With(
            AssessmentSliceRules.VotingClosed,
            () => room.Product.SendAs("expert1", new ListReceipts.Query(room.Meeting, room.Cases[0])));
    }

    [SkippableTheory, Databases]
    public async Task A_wrong_password_signs_nothing(DatabaseProvider database)
    {
        await using var room = await Room.OpenAsync(database);

        await Refused.With(
            AssessmentSliceRules.StepUp,
            () => room.Product.SendAs("director", new SignResults.Command(room.Meeting, "wrong")));
    }

    [SkippableTheory, Databases]
    public async Task Everybody_votes_at_once_and_every_ballot_counts(DatabaseProvider database)
    {
        await using var room = await Room.OpenAsync(database);
        await room.OpenVotingAsync();

        var receipts = await Task.WhenAll(Room.Members.Select((m, i) =>
            room.CastAsync(m, i < 9 ? BallotChoice.Yes : i < 11 ? BallotChoice.No : BallotChoice.Abstain)));
        await room.CloseVotingAsync();

        Assert.Equal(new Tally(9, 2, 2, 0), (await room.CaseAsync()).Tally);
        Assert.Equal(13, receipts.Select(r => r.Receipt).Distinct().Count());
        Assert.Equal(0, await room.Product.ReadAsync(db => db.SealedBallots.CountAsync()));
        Assert.Equal(13, await room.Product.ReadAsync(db => db.OpenedBallots.CountAsync()));
    }

    [SkippableTheory, Databases]
    public async Task A_double_click_casts_one_ballot(DatabaseProvider database)
    {
        await using var room = await Room.OpenAsync(database);
        await room.OpenVotingAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OutcomeAsync(room.CastAsync("expert1", BallotChoice.Yes))));

        Assert.Equal(3, outcomes.Count(o => o == AssessmentRules.OneBallot));
        Assert.Equal(1, await room.Product.ReadAsync(db => db.SealedBallots.CountAsync()));
    }

    [SkippableTheory, Databases]
    public async Task A_ballot_cast_while_the_voting_closes_is_counted_or_refused_but_never_lost(DatabaseProvider database)
    {
        await using var room = await Room.OpenAsync(database);
        await room.OpenVotingAsync();

        var casts = Room.Members.Select(m => OutcomeAsync(room.CastAsync(m, BallotChoice.Yes))).ToList();
        await CloseAsSoonAsPossibleAsync(room);
        var refused = (await Task.WhenAll(casts)).Count(o => o is not null);

        var tally = (await room.CaseAsync()).Tally!;
        Assert.Equal(13 - refused, tally.Yes);
        Assert.Equal(refused, tally.Invalid);
        Assert.Equal(0, await room.Product.ReadAsync(db => db.SealedBallots.CountAsync()));
    }

    [SkippableTheory, Databases]
    public async Task No_line_of_the_log_tells_a_choice(DatabaseProvider database)
    {
        await using var room = await Room.OpenAsync(database);
        await room.OpenVotingAsync();
        await room.CastAsync("expert1", BallotChoice.Abstain);

        var lines = await room.Product.ReadAsync(
            db => db.Audit.Where(a => a.Action == "Assessments.CastBallot").AsNoTracking().ToListAsync());

        var line = Assert.Single(lines);
        Assert.Equal(DemoPeople.Id("expert1").Value, line.Person);
        Assert.Equal("", line.Detail);
        Assert.DoesNotContain(room.Product.Log.Lines, l => l.Contains("Abstain", StringComparison.Ordinal));
    }

    // So many ballots come in that the close may lose its race more often than the pipeline tries; the office asks again.
    private static async Task CloseAsSoonAsPossibleAsync(Room room)
    {
        while (true)
        {
            try
            {
                await room.CloseVotingAsync();
                return;
            }
            catch (DbUpdateException race) when (PersistenceSetup.IsRace(race))
            {
            }
        }
    }

    // The rule that refused; null if it went through.
    private static async Task<Rule?> OutcomeAsync(Task act)
    {
        try
        {
            await act;
            return null;
        }
        catch (RuleBrokenException refusal)
        {
            return refusal.Rules[0];
        }
    }
}
