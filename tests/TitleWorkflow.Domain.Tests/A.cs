using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Domain.Tests.Assessments;
using TitleWorkflow.Domain.Tests.Calendars;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Domain.Tests;

/// <summary>Begins a sentence about the domain: <c>A.Declaration().Submitted()</c>.</summary>
internal static class A
{
    /// <summary>The applicant of every declaration below.</summary>
    public static readonly Person Applicant = Person("方知遥");

    /// <summary>The applicant, acting.</summary>
    public static readonly Actor ByApplicant = new(null, Applicant.Name);

    /// <summary>Somebody of an office, acting.</summary>
    public static readonly Actor ByOffice = new("青檀市人社局", "章既白");

    public static Person Person(string name, string idNumber = "370499198803121234") =>
        new(PersonId.New(), name, idNumber, OrganisationId.New());

    /// <summary>Where the applicant works.</summary>
    public static readonly Organisation Employer = new(Applicant.Employer!.Value, OrganisationKind.Enterprise, "远岫自动化", null);

    /// <summary>Two sections, three facts, one of them proved by evidence.</summary>
    public static DossierForm Form() => new(
    [
        new DossierSectionForm("basic", "基本信息", "Basics",
        [
            new DossierField("name", "姓名", "Name", FieldKind.Text),
            new DossierField("employedOn", "入职日期", "Employed on", FieldKind.Date, Required: false),
        ]),
        new DossierSectionForm("results", "业绩成果", "Results",
        [
            new DossierField("patents", "发明专利", "Patents", FieldKind.Number, Evidence: true),
        ]),
    ]);

    /// <summary>A plan whose window is October 2022.</summary>
    public static AnnualPlan Plan(OrganisationId committee = default) => new(
        PlanId.New(), "2022年度工程系列评审", "Engineering review 2022", 2022, committee,
        TitleSeries.Engineering, "机械", TitleLevel.DeputySenior, Channel.Standard,
        Qingtan.Day("2022-10-01"), Qingtan.Day("2022-10-31"), RuleSetId.New(), "standard-title", Form(), Standard());

    /// <summary>Two items of 30 and 70 points.</summary>
    public static ScoringStandard Standard() =>
        new([new("level", "技术水平", "Level", 30), new("results", "业绩", "Results", 70)]);

    /// <summary>A draft opened on 2022-10-10, empty.</summary>
    public static Declaration Declaration() => Domain.Declarations.Declaration.Start(
        "QT-2022-0001", Applicant, Employer, Plan(), Qingtan.Day("2022-10-10"), Qingtan.Time("2022-10-10"));

    /// <summary>A notice with so many items and five working days to answer.</summary>
    public static SupplementNotice SupplementNotice(
        Declaration declaration, int items = 4, string issued = "2022-09-27", SupplementNotice? earlier = null) =>
        Domain.Reviews.SupplementNotice.Issue(
            declaration.Id, earlier, [.. Enumerable.Range(1, items).Select(i => $"材料{i}")], 5,
            OfficialCalendar.Loaded, Qingtan.Time(issued));

    /// <summary>A committee with no members yet, authorised from 2022-07-19 to 2025-07-18.</summary>
    public static ReviewCommittee Committee(
        TitleLevel level = TitleLevel.DeputySenior, string from = "2022-07-19", string to = "2025-07-18") => new(
        OrganisationId.New(), OrganisationId.New(), TitleSeries.Engineering, "机械", level,
        new CommitteeAuthorization("青人社核〔2022〕7号", Qingtan.Day(from), Qingtan.Day(to)));

    /// <summary>A director, a deputy, and members up to <paramref name="size"/>.</summary>
    public static IReadOnlyList<CommitteeSeat> Seats(int size) =>
        [.. Enumerable.Range(0, size).Select(i => new CommitteeSeat(PersonId.New(), i switch
        {
            0 => CommitteePosition.Director,
            1 => CommitteePosition.Deputy,
            _ => CommitteePosition.Member,
        }))];

    /// <summary>A meeting called for 2022-12-06, nobody there yet.</summary>
    public static MeetingRoom Meeting(int size = 13) => new(size);

    /// <summary>What a vetting step asks; a return needs a reason.</summary>
    public static WorkItemSpecification Step() => new(
        "instance", "vet", Declaration().Heading(), Stage.Review, "vetting", "审核", "Vetting",
        ["Pass", "Return"], ["Return"], Qingtan.Day("2022-10-24"));

    /// <summary>A vetting task of one office, which may ask for further fields.</summary>
    public static OfficeTask OfficeTask(params string[] fields) =>
        new(Step() with { Fields = [.. fields.Select(f => TaskField.Read(f)!)] }, Role.DistrictOfficer, OrganisationId.New(), Qingtan.Time("2022-10-20"));

    /// <summary>A vetting task of one person.</summary>
    public static PersonalTask PersonalTask(PersonId person) =>
        new(Step(), Role.Expert, person, Qingtan.Time("2022-10-20"));
}
