using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.Tests.Assessments.Scoring;

public sealed class ScoreFileTests
{
    private static readonly DateTimeOffset Now = Qingtan.Time("2022-10-12");

    private readonly Declaration declaration = A.Declaration();

    [Fact]
    public void A_changed_standard_does_not_alter_what_was_submitted_under_the_old_one()
    {
        var file = Filled();
        file.Fix(It.Standard, Now);

        file.Fix(It.One(1, new(ScoreBasis.Fixed, 1)), Now);

        Assert.Equal(77m, file.Self(declaration).Total);
    }

    [Fact]
    public void What_the_employer_does_not_confirm_gives_nothing_and_the_self_score_stays()
    {
        var file = Filled();
        Enter(DeclarationStatus.EmployerChecking);

        file.Check(declaration, [.. Findings().Select(f => f.Entry == 3 ? f with { Confirmed = false, Reason = "证书已过期" } : f)], Now);

        Assert.Equal(77m, file.Self(declaration).Total);
        Assert.Equal(68m, file.Checked(declaration)!.Total);
    }

    [Fact]
    public void What_is_not_confirmed_needs_a_reason_and_every_entry_an_answer()
    {
        var file = Filled();
        Enter(DeclarationStatus.EmployerChecking);

        Refused.With(ScoringRules.FindingReasoned, () => file.Check(declaration, [.. Findings().Skip(1)], Now));
        Refused.With(
            ScoringRules.FindingReasoned,
            () => file.Check(declaration, [.. Findings().Select(f => f with { Confirmed = false, Reason = " " })], Now));
        Assert.Null(file.Checked(declaration));
    }

    [Fact]
    public void The_employer_confirms_while_it_checks() =>
        Refused.With(ScoringRules.CheckOpen, () => Filled().Check(declaration, [.. Findings()], Now));

    [Fact]
    public void What_has_been_handed_in_stays_as_it_is()
    {
        var file = Filled();
        Enter(DeclarationStatus.EmployerChecking);

        Refused.With(DeclarationRules.OpenForEditing, () => file.Fill(declaration, It.Standard, []));
    }

    [Theory]
    [InlineData("nothing", 1, null, null)]
    [InlineData("technical", 1, null, null)]
    [InlineData("awards", 1, null, null)]
    [InlineData("awards", 1, 0, null)]
    [InlineData("patents", -1, null, null)]
    [InlineData("degree", 1, null, "wizard")]
    public void An_entry_fits_its_indicator(string item, int quantity, int? rank, string? option) => Refused.With(
        ScoringRules.EntryFits,
        () => new ScoreFile(declaration.Id, It.Standard).Fill(declaration, It.Standard, [new(item, "成果", quantity, rank, option)]));

    private static IEnumerable<ScoreFinding> Findings() => It.Claimed.Select((_, i) => new ScoreFinding(i, true));

    private ScoreFile Filled()
    {
        var file = new ScoreFile(declaration.Id, It.Standard);
        file.Fill(declaration, It.Standard, It.Claimed);
        return file;
    }

    private void Enter(DeclarationStatus status) => declaration.Enter(status, Stage.Declaration, null, null, Now);
}
