using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Channels.Roads;

/// <summary>The dossier of the ordinary declaration; forms of other channels take sections over from it.</summary>
internal static class OrdinaryForm
{
    public static DossierForm Dossier { get; } = new(
    [
        new("basic", "基本情况", "Basic facts",
        [
            Text("phone", "联系电话", "Phone", pattern: "1[0-9]{10}", hint: "11 位手机号", englishHint: "11-digit mobile number") with { Identifies = true },
            new("birthDate", "出生日期", "Date of birth", FieldKind.Date, Identifies: true),
            Text("post", "现任岗位", "Present post"),
            new("joinedOn", "入职日期", "Joined the employer on", FieldKind.Date, Identifies: true),
            Text(Keywords.Field, "专业关键词", "Keywords", required: false, pattern: "[^、]+(、[^、]+){0,4}",
                hint: "最多 5 个，用顿号隔开，例：阀门、密封材料；用于匹配评议专家", englishHint: "At most five, with “、” between; readers are matched by them"),
        ], IsLasting: true),
        new("education", "学历与资历", "Education and seniority",
        [
            Choice("degree", "最高学历", "Highest degree", evidence: true,
                ("doctor", "博士", "Doctor"), ("master", "硕士", "Master"), ("bachelor", "本科", "Bachelor"), ("college", "大专", "College")),
            Text("school", "毕业院校", "School") with { Identifies = true },
            new("graduatedOn", "毕业日期", "Graduated on", FieldKind.Date),
            new("workingYears", "从事本专业年限", "Years in the specialty", FieldKind.Number, Hint: "整年", EnglishHint: "Whole years"),
        ], IsLasting: true),
        new("title", "现职称", "Present title",
        [
            Choice("currentTitle", "现有职称", "Present title", evidence: true,
                ("engineer", "工程师", "Engineer"), ("assistant", "助理工程师", "Assistant engineer"), ("none", "无", "None")),
            new("obtainedOn", "取得日期", "Obtained on", FieldKind.Date, Required: false),
        ], IsLasting: true),
        new("achievements", "专利与成果", "Patents and results",
        [
            Text("patentName", "专利名称", "Patent", required: false),
            Text("patentNumber", "授权公告号", "Grant number", required: false, evidence: true,
                pattern: "CN[0-9]{9}[A-Z]", hint: "“CN”加 9 位数字和 1 个字母，例：CN112405718B",
                englishHint: "“CN”, nine digits and a letter, e.g. CN112405718B"),
            new("inventorRank", "本人排名", "Own rank", FieldKind.Number, Required: false),
        ]),
        new("projects", "项目业绩", "Projects",
        [
            Text("projectName", "代表项目", "Main project", evidence: true),
            Text("projectRole", "承担角色", "Role"),
            new("projectResult", "成果与效益", "Result and benefit", FieldKind.LongText, MaxLength: 1000),
        ]),
        new("appraisals", "年度考核", "Annual appraisals",
        [
            Choice("lastThreeYears", "近三年考核", "Last three years", evidence: false,
                ("qualified", "均为合格及以上", "All qualified or better"), ("other", "有不合格", "Not all qualified")),
            new("creditHours", "继续教育学时", "Continuing-education hours", FieldKind.Number),
        ]),
        new("report", "业绩报告", "Report",
        [
            new("summary", "业务工作总结", "Summary of work", FieldKind.LongText, MaxLength: 3000,
                Hint: "不超过 3000 字", EnglishHint: "At most 3,000 characters"),
        ]),
    ]);

    /// <summary>Sections of it, in the order asked for.</summary>
    public static IEnumerable<DossierSectionForm> Sections(params string[] keys) =>
        keys.Select(key => Dossier.Sections.Single(s => s.Key == key));

    /// <summary>A section in which nothing has to be filled in or proved: told, not demanded.</summary>
    public static DossierSectionForm Told(string key)
    {
        var section = Sections(key).Single();
        return section with { Fields = [.. section.Fields.Select(f => f with { Required = false, Evidence = false })] };
    }

    /// <summary>A line of text.</summary>
    public static DossierField Text(
        string key,
        string label,
        string english,
        bool required = true,
        bool evidence = false,
        string? pattern = null,
        string? hint = null,
        string? englishHint = null) =>
        new(key, label, english, FieldKind.Text, required, evidence, 120, Pattern: pattern, Hint: hint, EnglishHint: englishHint);

    /// <summary>A closed list.</summary>
    public static DossierField Choice(
        string key, string label, string english, bool evidence, params (string Value, string Text, string English)[] options) =>
        new(key, label, english, FieldKind.Choice, Evidence: evidence,
            Options: [.. options.Select(o => new FieldOption(o.Value, o.Text, o.English))]);
}
