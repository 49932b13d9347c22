namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>A dossier of the demonstration's plan that can be submitted.</summary>
internal static class Dossier
{
    public static IReadOnlyDictionary<string, Dictionary<string, string>> Sections { get; } =
        new Dictionary<string, Dictionary<string, string>>
        {
            ["basic"] = new()
            {
                ["phone"] = "13800138000",
                ["birthDate"] = "1986-04-02",
                ["post"] = "研发工程师",
                ["joinedOn"] = "2012-07-01",
            },
            ["education"] = new()
            {
                ["degree"] = "college",
                ["school"] = "青檀理工大学",
                ["graduatedOn"] = "2008-06-30",
                ["workingYears"] = "12",
            },
            ["title"] = new() { ["currentTitle"] = "engineer", ["obtainedOn"] = "2016-12-01" },
            ["achievements"] = new()
            {
                ["patentName"] = "一种阀门密封结构",
                ["patentNumber"] = "CN112405718B",
                ["inventorRank"] = "1",
            },
            ["projects"] = new()
            {
                ["projectName"] = "高温阀门测试台",
                ["projectRole"] = "负责人",
                ["projectResult"] = "投入使用，年节约成本 200 万元。",
            },
            ["appraisals"] = new() { ["lastThreeYears"] = "qualified", ["creditHours"] = "96" },
            ["report"] = new() { ["summary"] = "十二年来从事自动化装备研发。" },
        };

    /// <summary>Facts that need a paper.</summary>
    public static IReadOnlyList<string> ProvenFacts { get; } =
        ["education/degree", "title/currentTitle", "achievements/patentNumber", "projects/projectName"];
}
