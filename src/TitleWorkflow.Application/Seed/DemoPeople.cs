using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Application.Seed;

/// <summary>One person of the demonstration, with the account that signs in as them.</summary>
/// <param name="UserName">Account; says the role.</param>
/// <param name="Name">Invented name.</param>
/// <param name="Employer">Key of the organisation the person works at.</param>
/// <param name="Grants">Roles, each at the organisation with that key.</param>
public sealed record DemoPerson(
    string UserName, string Name, string Employer, params (Role Role, string Organisation)[] Grants)
{
    /// <summary>Whether the sign-in page offers the account; the others sign in by name and password.</summary>
    public bool IsOffered { get; init; } = true;
}

/// <summary>The people of the fictitious city 青檀市; nobody of them exists.</summary>
public static class DemoPeople
{
    /// <summary>Everybody who can sign in, in the order the sign-in page shows them.</summary>
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("applicant", "方知遥", "yuanxiu", (Role.Applicant, "yuanxiu")),
        new("hr", "乔映川", "yuanxiu", (Role.EmployerHr, "yuanxiu")),
        new("chairperson", "许闻笛", "yuanxiu", (Role.Chairperson, "yuanxiu")),
        new("researchlead", "闻予墨", "yuanxiu", (Role.ResearchLead, "yuanxiu")),
        new("town", "陶然", "luting", (Role.TownOfficer, "luting")),
        new("district", "卢疏影", "linqiao", (Role.DistrictOfficer, "linqiao")),
        new("city", "章既白", "qingtan", (Role.CityOfficer, "qingtan")),
        new("city2", "苏晚晴", "qingtan", (Role.CityOfficer, "qingtan")),
        new("province", "楚天舒", "qinglan", (Role.ProvinceOfficer, "qinglan")),
        new("organiser", "沈砚秋", "unit", (Role.OrganisingOfficer, "unit")),
        new("office", "温以宁", "unit", (Role.CommitteeOffice, "committee")),
        new("director", "祁望舒", "institute", (Role.CommitteeDirector, "committee"), (Role.Expert, "committee")),
        new("deputy", "岑霁", "university", (Role.DeputyDirector, "committee"), (Role.Expert, "committee")),
        new("groupleader", "纪云深", "institute", (Role.GroupLeader, "committee")),
        .. Experts(
            "秦亦舟", "林见微", "宋怀谷", "白露生", "江予安", "陆之桁", "顾南乔", "沈听泉", "裴如晦", "傅青云", "谢临川", "唐初霁", "罗清和"),
        new("supervisor", "石砺", "supervision", (Role.Supervisor, "supervision")),
        new("commissioner", "叶行舟", "linqiao", (Role.ServiceCommissioner, "linqiao")),
        new("auditor", "严守一", "qingtan", (Role.Auditor, "qingtan")),
        new("designer", "骆时雨", "qingtan", (Role.ProcessDesigner, "qingtan")),
        new("designer2", "孟清扬", "qingtan", (Role.ProcessDesigner, "qingtan")),
        new("admin", "季清和", "qingtan", (Role.Administrator, "qingtan")),
        new("hengce-applicant", "钟若水", "hengce", (Role.Applicant, "hengce")),
        new("hengce-hr", "周楚吟", "hengce", (Role.EmployerHr, "hengce")) { IsOffered = false },
        new("hengce-chairperson", "顾晏清", "hengce", (Role.Chairperson, "hengce")),
        new("hengce-applicant2", "贺云帆", "hengce", (Role.Applicant, "hengce")) { IsOffered = false },
        new("hengce-applicant3", "闻人越", "hengce", (Role.Applicant, "hengce")) { IsOffered = false },
        new("tinglan-chairperson", "苏砚耕", "tinglan", (Role.Chairperson, "tinglan")) { IsOffered = false },
        new("tinglan-applicant", "陆千帆", "tinglan", (Role.Applicant, "tinglan")) { IsOffered = false },
        new("jinshi-hr", "柳照庭", "jinshi", (Role.EmployerHr, "jinshi")),
        new("jinshi-office", "孟知夏", "jinshi", (Role.CommitteeOffice, "committee-jinshi"), (Role.OrganisingOfficer, "jinshi")),
        new("jinshi-applicant", "江临照", "jinshi", (Role.Applicant, "jinshi")) { IsOffered = false },
        .. PilotExperts("闻砚秋", "岑知白", "宁远书", "韦长风", "叶知秋", "冯照野", "季云归"),
    ];

    /// <summary>Id of a seeded person, by account name.</summary>
    public static PersonId Id(string userName) => new(SeedId.Of("person/" + userName));

    // A pilot's committee sits with people of other houses, too; the first of them is its director.
    private static IEnumerable<DemoPerson> PilotExperts(params string[] names) => names.Select((name, i) =>
        new DemoPerson(
            $"jinshi-expert{i + 1}", name, i < 3 ? "jinshi" : $"works{i + 1}",
            i == 0
                ? [(Role.CommitteeDirector, "committee-jinshi"), (Role.Expert, "committee-jinshi")]
                : [(Role.Expert, "committee-jinshi")])
        {
            IsOffered = false,
        });

    // Most experts come from enterprises of their own, as the bureaus wish; no two share an employer with an applicant.
    private static IEnumerable<DemoPerson> Experts(params string[] names) => names.Select((name, i) =>
        new DemoPerson($"expert{i + 1}", name, $"works{i + 1}", (Role.Expert, "committee")));
}
