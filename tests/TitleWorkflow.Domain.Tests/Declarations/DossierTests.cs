using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.Tests.Declarations;

public sealed class DossierTests
{
    private static readonly DateTimeOffset Now = Qingtan.Time("2022-10-14");
    private static readonly DossierForm Form = A.Form();

    [Fact]
    public void A_section_is_stored_as_typed_complete_or_not()
    {
        var draft = A.Declaration();

        draft.Fill(Form.Find("basic")!, Values(("name", " 方知遥 "), ("employedOn", " "), ("unknown", "x")));

        Assert.Equal(Values(("name", "方知遥")), draft.Dossier["basic"]);
    }

    [Fact]
    public void What_was_handed_in_stays_as_it_is()
    {
        var submitted = A.Declaration().Submitted();
        var proof = submitted.Evidence.Single();

        Refused.With(DeclarationRules.OpenForEditing, () => submitted.Fill(Form.Find("basic")!, Values()));
        Refused.With(DeclarationRules.OpenForEditing, () => Attach(submitted));
        Refused.With(DeclarationRules.OpenForEditing, () => submitted.Detach(proof, Now));
        Refused.With(DeclarationRules.OpenForEditing, () => Submit(submitted));
    }

    [Fact]
    public void A_return_opens_the_returned_sections_only()
    {
        var returned = A.Declaration().Returned("results");

        Refused.With(DeclarationRules.OpenForEditing, () => returned.Fill(Form.Find("basic")!, Values()));
        returned.Fill(Form.Find("results")!, Values(("patents", "5")));
        Submit(returned, windowOpen: false);

        Assert.Equal("5", returned.Dossier["results"]["patents"]);
        Assert.Empty(returned.ReturnedSections);
        Assert.Equal("R-1", returned.ReceiptNumber);
    }

    [Fact]
    public void A_return_keeps_what_its_sections_said_until_the_next_one()
    {
        var returned = A.Declaration().Returned("results");
        var proof = returned.Evidence.Single();

        returned.Fill(Form.Find("results")!, Values(("patents", "5")));
        returned.Detach(proof, Now);
        Attach(returned);
        Submit(returned, windowOpen: false);

        var earlier = returned.Earlier!;
        Assert.Equal((Qingtan.Time("2022-10-13"), "4"), (earlier.At, earlier.Facts["results"]["patents"]));
        Assert.Equal("results", Assert.Single(earlier.Facts).Key);
        Assert.Equal([proof.Id], earlier.Evidence);
        returned.Return([new ReturnedSection("basic", "请补充")], Form, A.ByOffice, Now);
        Assert.Equal("basic", Assert.Single(returned.Earlier!.Facts).Key);
        Assert.Empty(returned.Earlier.Evidence);
    }

    [Fact]
    public void A_return_names_sections_and_reasons()
    {
        var submitted = A.Declaration().Submitted();

        Assert.All(
            new ReturnedSection[][] { [], [new("basic", " ")], [new("nowhere", "请补充")] },
            sections => Refused.With(
                DeclarationRules.ReturnNamesSections, () => submitted.Return(sections, Form, A.ByOffice, Now)));
    }

    [Fact]
    public void A_first_submission_falls_into_the_window() =>
        Refused.With(DeclarationRules.WindowOpen, () => Submit(A.Declaration().Filled(), windowOpen: false));

    [Fact]
    public void An_incomplete_dossier_is_not_submitted()
    {
        var draft = A.Declaration().Filled();
        draft.Detach(draft.Evidence.Single(), Now);

        Refused.With(DeclarationRules.DossierComplete, () => Submit(draft));

        Assert.Equal([new DossierDefect("results", "patents", DefectKind.NoEvidence)], draft.Defects(Form));
    }

    [Fact]
    public void A_submission_needs_the_applicant_s_own_signature()
    {
        var draft = A.Declaration().Filled();

        Refused.With(DeclarationRules.CommitmentSigned, () => Submit(draft, commitment: null));
        Refused.With(
            DeclarationRules.CommitmentSigned, () => Submit(draft, DeclarationRoad.Commitment(name: "贺云帆")));
    }

    [Fact]
    public void Nobody_nameless_submits_without_a_commitment() =>
        Refused.With(
            DeclarationRules.CommitmentSigned,
            () => A.Declaration().Filled().Submit(Form, null, true, "R-1", Actor.Clock, Now));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Evidence.MaximumSize + 1)]
    public void Evidence_has_at_most_twenty_megabytes_and_is_not_empty(long size) =>
        Refused.With(DeclarationRules.EvidenceSize, () => Attach(A.Declaration(), size: size));

    [Fact]
    public void Evidence_of_exactly_twenty_megabytes_is_taken() =>
        Assert.Equal(20 * 1024 * 1024, Attach(A.Declaration(), size: Evidence.MaximumSize).Size);

    [Fact]
    public void Evidence_is_of_an_accepted_kind() =>
        Refused.With(DeclarationRules.EvidenceKind, () => Attach(A.Declaration(), type: null));

    [Fact]
    public void The_snapshot_depends_on_what_is_stated_and_not_on_the_order_of_typing()
    {
        var one = A.Declaration().Filled();
        var other = A.Declaration();
        Attach(other);
        other.Fill(Form.Find("results")!, Values(("patents", "4")));
        other.Fill(Form.Find("basic")!, Values(("name", A.Applicant.Name)));
        var changed = A.Declaration().Filled();
        changed.Fill(Form.Find("results")!, Values(("patents", "5")));

        Assert.All([one, other, changed], d => Submit(d));

        Assert.Equal(one.SnapshotHash, other.SnapshotHash);
        Assert.NotEqual(one.SnapshotHash, changed.SnapshotHash);
    }

    private static Dictionary<string, string> Values(params (string Field, string Value)[] values) =>
        values.ToDictionary(v => v.Field, v => v.Value);

    private static Evidence Attach(Declaration declaration, EvidenceType? type = EvidenceType.Pdf, long size = 1024) =>
        declaration.Attach("results/patents", "专利.pdf", type, size, "ab12", Now);

    private static void Submit(Declaration declaration, bool windowOpen = true) =>
        Submit(declaration, DeclarationRoad.Commitment(), windowOpen);

    private static void Submit(Declaration declaration, TruthCommitment? commitment, bool windowOpen = true) =>
        declaration.Submit(Form, commitment, windowOpen, "R-2", A.ByApplicant, Now);
}
