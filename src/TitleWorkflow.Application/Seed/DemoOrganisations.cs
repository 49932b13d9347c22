using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Application.Seed;

/// <summary>The organisations of the fictitious city 青檀市.</summary>
public static class DemoOrganisations
{
    /// <summary>Key, kind, name, English name and key of the organisation above.</summary>
    public static IReadOnlyList<(string Key, OrganisationKind Kind, string Name, string English, string? Parent)> All { get; } =
    [
        ("qinglan", OrganisationKind.Province, "青岚省人力资源和社会保障厅", "Qinglan Human Resources Department", null),
        ("qingtan", OrganisationKind.City, "青檀市人力资源和社会保障局", "Qingtan Human Resources Bureau", "qinglan"),
        ("linqiao", OrganisationKind.District, "临桥区人力资源和社会保障局", "Linqiao District Bureau", "qingtan"),
        ("yunlu", OrganisationKind.District, "云麓区人力资源和社会保障局", "Yunlu District Bureau", "qingtan"),
        ("luting", OrganisationKind.Town, "鹭汀镇人力资源服务中心", "Luting Town Service Centre", "linqiao"),
        ("songxi", OrganisationKind.Town, "松溪街道人力资源服务中心", "Songxi Sub-district Service Centre", "yunlu"),
        ("yuanxiu", OrganisationKind.Enterprise, "远岫自动化有限公司", "Yuanxiu Automation", "luting"),
        ("hengce", OrganisationKind.Enterprise, "恒测阀门股份有限公司", "Hengce Valves", "luting"),
        ("jinshi", OrganisationKind.Enterprise, "锦石轴承有限公司", "Jinshi Bearings", "songxi"),
        ("institute", OrganisationKind.Enterprise, "青檀机械研究院", "Qingtan Institute of Machinery", "linqiao"),
        ("university", OrganisationKind.Enterprise, "青檀理工大学", "Qingtan University of Technology", "yunlu"),
        ("unit", OrganisationKind.OrganisingUnit, "青檀市机械工程师协会", "Qingtan Association of Mechanical Engineers", "qingtan"),
        ("committee", OrganisationKind.Committee, "青檀市工程系列机械专业高级评审委员会", "Qingtan Senior Committee, Mechanical Engineering", "unit"),
        ("supervision", OrganisationKind.Supervision, "青檀市人社局派驻监督组", "Qingtan Supervision Group", "qingtan"),
        ("tinglan", OrganisationKind.Enterprise, "听澜液压件有限公司", "Tinglan Hydraulics", "luting"),
        ("committee-full", OrganisationKind.Committee, "青檀市工程系列机械专业正高级评审委员会", "Qingtan Full Senior Committee, Mechanical Engineering", "unit"),
        ("committee-jinshi", OrganisationKind.Committee, "锦石轴承有限公司轴承制造专业工程师自主评审委员会", "Jinshi Bearings: Own Review Committee", "jinshi"),
        .. Works("凌霄传动", "沧浪液压", "栖霞模具", "云帆焊接", "北辰机床", "长亭仪表", "拂晓泵业", "鹿鸣装备", "采薇精工", "望江电机", "听涛齿轮", "远山铸造", "澄怀数控"),
    ];

    /// <summary>Id of a seeded organisation, by key.</summary>
    public static OrganisationId Id(string key) => new(SeedId.Of("organisation/" + key));

    private static IEnumerable<(string, OrganisationKind, string, string, string?)> Works(params string[] names) =>
        names.Select((name, i) => (
            $"works{i + 1}", OrganisationKind.Enterprise, name + "有限公司", $"Qingtan Works {i + 1}", (string?)"songxi"));
}
