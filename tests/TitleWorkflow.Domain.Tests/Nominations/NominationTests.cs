using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Nominations;

namespace TitleWorkflow.Domain.Tests.Nominations;

public sealed class NominationTests
{
    [Fact]
    public void A_signature_freezes_the_letter_and_reserves_a_slot()
    {
        var enterprise = new NominationDraft();
        var nomination = enterprise.For();

        var signature = enterprise.Sign(nomination);

        Assert.Equal(NominationStatus.Signed, nomination.Status);
        Assert.Contains("被举荐人：钟若水", nomination.Letter);
        Assert.True(enterprise.Key(enterprise.Chairperson.Person).Signed(nomination.LetterBytes, signature.Value));
        Assert.Equal(SlotState.Reserved, Assert.Single(enterprise.Quota.Slots).State);
        Assert.Equal([new NominationSigned(nomination.Id, null)], nomination.Events);
        Refused.With(NominationRules.SignedOnce, () => enterprise.Sign(nomination, enterprise.ResearchLead));
    }

    [Fact]
    public void A_national_honour_gives_two_nominations_and_one_of_them_for_full_senior()
    {
        var enterprise = new NominationDraft();
        enterprise.Sign(enterprise.For(level: TitleLevel.FullSenior));

        Refused.With(NominationRules.FullSeniorQuota, () => enterprise.Sign(enterprise.For(level: TitleLevel.FullSenior)));
        enterprise.Sign(enterprise.For());
        Refused.With(NominationRules.YearlyQuota, () => enterprise.Sign(enterprise.For()));
    }

    [Fact]
    public void A_provincial_honour_gives_one_deputy_senior_nomination()
    {
        var enterprise = new NominationDraft(HonorLevel.Provincial);

        Refused.With(
            NominationRules.ProvincialDeputySenior, () => enterprise.Sign(enterprise.For(level: TitleLevel.FullSenior)));
        enterprise.Sign(enterprise.For());
        Refused.With(NominationRules.YearlyQuota, () => enterprise.Sign(enterprise.For()));
    }

    [Fact]
    public void Of_two_honours_the_higher_one_counts_not_the_sum()
    {
        var both = NominationDraft.AllowanceOf(
            NominationDraft.Honor(HonorLevel.Provincial), NominationDraft.Honor(HonorLevel.National));

        Assert.Equal(new NominationAllowance(HonorLevel.National, 2, 1), both);
    }

    [Theory]
    [InlineData("2022-10-10", "over on the day of signature")]
    [InlineData("2023-04-09", "over on the plan's closing day")]
    public void An_honour_must_be_live_at_signature_and_when_the_plan_closes(string to, string why)
    {
        var enterprise = new NominationDraft
        {
            Allowance = NominationDraft.AllowanceOf(NominationDraft.Honor(HonorLevel.National, to: to)),
        };

        Assert.True(enterprise.Allowance is null, why);
        Refused.With(NominationRules.HonorLive, () => enterprise.Sign(enterprise.For()));
    }

    [Fact]
    public void Nobody_nominates_themselves_and_every_broken_rule_is_named()
    {
        var enterprise = new NominationDraft(HonorLevel.Provincial);
        enterprise.Sign(enterprise.For());
        var own = enterprise.For(enterprise.Staff("顾晏清", enterprise.Chairperson.Person));

        Refused.With([NominationRules.NotOneself, NominationRules.YearlyQuota], () => enterprise.Sign(own));
    }

    [Fact]
    public void A_relative_discloses_it_and_another_signatory_completes_the_nomination()
    {
        var enterprise = new NominationDraft();
        var nomination = enterprise.For();
        enterprise.Sign(nomination, enterprise.Chairperson with { IsRelative = true });

        Assert.Equal(NominationStatus.HalfSigned, nomination.Status);
        Assert.Empty(enterprise.Quota.Slots);
        Refused.With(NominationRules.SecondSignatory, () => enterprise.Sign(nomination, enterprise.Chairperson));
        Refused.With(
            NominationRules.SecondSignatory, () => enterprise.Sign(nomination, enterprise.ResearchLead with { IsRelative = true }));
        var frozen = nomination.Letter;
        enterprise.Sign(nomination, enterprise.ResearchLead);
        Assert.Equal((NominationStatus.Signed, frozen), (nomination.Status, nomination.Letter));
    }

    [Fact]
    public void Acceptance_uses_the_slot_up_for_good()
    {
        var enterprise = new NominationDraft();
        var nomination = enterprise.For();
        enterprise.Sign(nomination);

        nomination.Consume(enterprise.Quota);
        nomination.Release(enterprise.Quota);

        Assert.Equal(NominationStatus.Consumed, nomination.Status);
        Assert.Equal(SlotState.Consumed, Assert.Single(enterprise.Quota.Slots).State);
    }

    [Fact]
    public void An_end_before_acceptance_frees_the_slot_and_an_overturned_lapse_takes_it_anew()
    {
        var enterprise = new NominationDraft(HonorLevel.Provincial);
        var nomination = enterprise.For();
        enterprise.Sign(nomination);
        nomination.Take(DeclarationId.New());

        nomination.Release(enterprise.Quota);
        Assert.Empty(enterprise.Quota.Slots);
        nomination.Restore(enterprise.Allowance, enterprise.Quota);
        Assert.Single(enterprise.Quota.Slots);
        nomination.Release(enterprise.Quota);
        enterprise.Sign(enterprise.For());
        Refused.With(NominationRules.YearlyQuota, () => nomination.Restore(enterprise.Allowance, enterprise.Quota));
    }

    [Fact]
    public void One_declaration_rests_on_a_nomination_and_ends_it()
    {
        var enterprise = new NominationDraft();
        var nomination = enterprise.For();
        nomination.Take(DeclarationId.New());

        Refused.With(NominationRules.NominatedOnly, () => nomination.Take(DeclarationId.New()));
        Refused.With(NominationRules.EndsWithDeclaration, () => nomination.TakeBack(enterprise.Quota));
    }

    [Fact]
    public void A_false_nomination_costs_the_right_for_three_years()
    {
        var enterprise = new NominationDraft();
        var nomination = enterprise.For();
        Refused.With(NominationRules.FalseReasoned, () => nomination.FindFalse([], "专利并非本人完成", 3, Qingtan.Day("2022-12-29")));
        enterprise.Sign(nomination);

        var lost = Assert.Single(nomination.FindFalse(
            [enterprise.Chairperson.Person], "专利并非本人完成", 3, Qingtan.Day("2022-12-29")));

        Assert.True(lost.IsInForceOn(Qingtan.Day("2025-12-28")));
        Assert.False(lost.IsInForceOn(Qingtan.Day("2025-12-29")));
        enterprise.RightLost = true;
        Refused.With(NominationRules.RightLost, () => enterprise.Sign(enterprise.For()));
    }

    [Fact]
    public void A_wrong_password_signs_nothing()
    {
        var enterprise = new NominationDraft();
        var nomination = enterprise.For();

        Refused.With(NominationRules.SignatureOwn, () => enterprise.Sign(nomination, password: "错误"));
        Assert.Null(nomination.Letter);
    }

    [Fact]
    public void A_nomination_is_for_own_staff_with_reasons_in_the_nomination_channel()
    {
        var enterprise = new NominationDraft();

        Refused.With(NominationRules.OwnStaff, () => enterprise.For(A.Person("外人")));
        Refused.With(NominationRules.Reasoned, () => enterprise.For(reasons: " "));
        Refused.With(
            NominationRules.SeniorEngineering, () => enterprise.For(plan: NominationDraft.Plan(channel: Channel.Standard)));
        Refused.With(NominationRules.SeniorEngineering, () => enterprise.For(level: TitleLevel.Intermediate));
    }

    [Fact]
    public void What_a_dossier_took_from_the_letter_cannot_be_changed()
    {
        var section = new DossierSectionForm("nomination", "举荐", "Nomination",
            [new DossierField("reasons", "举荐理由", "Reasons", FieldKind.LongText)], IsGiven: true);
        var declaration = A.Declaration();
        var facts = new Dictionary<string, string> { ["reasons"] = "主持高温阀门研制。" };

        Refused.With(DeclarationRules.GivenSectionStays, () => declaration.Fill(section, facts));
        declaration.Give(section, facts);
        Refused.With(DeclarationRules.GivenSectionStays, () => declaration.Give(section, facts));
        Refused.With(DeclarationRules.GivenSectionStays, () => declaration.Fill(section, facts));
    }
}
