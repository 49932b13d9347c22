using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Tests.Nominations;

/// <summary>An enterprise with a national honour, and the nominations it writes and signs.</summary>
internal sealed class NominationDraft
{
    public const string Password = "青檀-2022";

    private static readonly RuleSet Rules = new(
        RuleSetId.New(), "shandong", 2022, Channel.SpecialisedNomination, 1, RuleSetContent.Plain);

    private readonly Dictionary<PersonId, SignatureKey> keys = [];

    public NominationDraft(HonorLevel level = HonorLevel.National) => Allowance = AllowanceOf(level);

    public Organisation Enterprise { get; } = new(OrganisationId.New(), OrganisationKind.Enterprise, "恒测阀门", null);

    public NominationQuota Quota { get; } = new(OrganisationId.New(), 2022);

    public NominationAllowance? Allowance { get; set; }

    public bool RightLost { get; set; }

    public Signatory Chairperson { get; } = new(PersonId.New(), "顾晏清", Role.Chairperson);

    public Signatory ResearchLead { get; } = new(PersonId.New(), "沈星河", Role.ResearchLead);

    public static AnnualPlan Plan(TitleLevel level = TitleLevel.DeputySenior, Channel channel = Channel.SpecialisedNomination) => new(
        PlanId.New(), "举荐评审", "Nomination review", 2022, OrganisationId.New(), TitleSeries.Engineering, "机械", level, channel,
        Qingtan.Day("2022-09-10"), Qingtan.Day("2023-04-10"), Rules.Id, "specialised-nomination", A.Form(), A.Standard());

    public static EnterpriseHonor Honor(HonorLevel level, string from = "2021-10-10", string to = "2024-10-09") => EnterpriseHonor.Register(
        new Organisation(OrganisationId.New(), OrganisationKind.Enterprise, "恒测阀门", null), HonorKind.SpecialisedSme, level,
        Qingtan.Day(from), Qingtan.Day(to), "青工信联〔2021〕8 号", Qingtan.Time("2021-10-10"));

    public static NominationAllowance? AllowanceOf(params IReadOnlyList<EnterpriseHonor> honors) =>
        NominationAllowance.Of(honors, Rules, Qingtan.Day("2022-10-11"), Qingtan.Day("2023-04-10"));

    public Nomination For(
        Person? nominee = null, TitleLevel level = TitleLevel.DeputySenior, string reasons = "主持高温阀门研制。", AnnualPlan? plan = null) =>
        Nomination.Draft(
            "JJ-2022-0001", Enterprise, plan ?? Plan(level), nominee ?? Staff("钟若水"), reasons, Chairperson.Person,
            Qingtan.Time("2022-10-10"));

    public Person Staff(string name, PersonId? id = null) =>
        new(id ?? PersonId.New(), name, "370499198803121234", Enterprise.Id);

    public LetterSignature Sign(Nomination nomination, Signatory? by = null, string password = Password)
    {
        by ??= Chairperson;
        return nomination.Sign(by, Allowance, Quota, RightLost, Key(by.Person), password, Qingtan.Time("2022-10-11"));
    }

    public SignatureKey Key(PersonId person)
    {
        if (!keys.TryGetValue(person, out var key))
        {
            keys[person] = key = SignatureKey.Create(person, Password, 10, Qingtan.Time("2022-10-01"));
        }

        return key;
    }

    private static NominationAllowance? AllowanceOf(HonorLevel level) => AllowanceOf([Honor(level)]);
}
