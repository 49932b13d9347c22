using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Applicants;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Spreadsheets;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Experts;

public sealed class NomineeListTests
{
    private static readonly OrganisationId Unit = DemoOrganisations.Id("unit");

    [SkippableTheory, Databases]
    public async Task Whoever_is_listed_rightly_is_nominated_and_the_others_come_back_with_what_is_wrong(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);

        var result = await product.SendAs("hr", List(
            NomineeSheet.Headings,
            ["邵闻舟", Identity(1), "工程", "机械", "副高级", "智能制造，液压传动"],
            ["季听澜", Identity(2), "工程", "机械", "高级", ""],
            ["", "110105194912310021", "工程", "机械", "正高级"],
            ["宋知微", Identity(1), "工程", "机械", "正高级"],
            ["沈怀瑾", Identity(5), "经济", "工商管理", "正高级"],
            ["齐越", Identity(6), "工程", "机械", "中级"],
            ["叶疏桐", Identity(7), "工程", "电气", "正高级"]));

        Assert.Equal(2, result.Nominated);
        Assert.Equal(
            [
                "3 层级 NotAnOption", "4 姓名 Missing", "4 身份证号 NotAnIdentityNumber", "5 身份证号 TwiceInList",
                "6 系列 NoCommitteeOfSeries", "7 层级 TitleTooLow",
            ],
            result.Refused.SelectMany(r => r.Faults.Select(f => $"{r.Number} {f.Column} {f.Error}")));
        Assert.Equal(["季听澜", Identity(2), "工程", "机械", "高级"], result.Refused[0].Cells.Take(5));
        var nominated = await product.ReadAsync(db => db.Experts.Where(e => e.State == ExpertState.Nominated)
            .Join(db.People, e => e.Person, p => p.Id, (e, p) => new { p.Name, e.Keywords }).OrderBy(e => e.Name).ToListAsync());
        Assert.Equal(["叶疏桐", "邵闻舟"], nominated.Select(n => n.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["智能制造", "液压传动"], nominated.Single(n => n.Name == "邵闻舟").Keywords);
    }

    [SkippableTheory, Databases]
    public async Task A_list_is_a_workbook_of_at_most_five_hundred(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var many = Enumerable.Range(1, NominateExperts.Most + 1).Select(i => new[] { "邵闻舟", Identity(i), "工程", "机械", "副高级" });

        await Refused.With(NomineeRules.SheetSize, () => product.SendAs("hr", List([NomineeSheet.Headings, .. many])));
        await Refused.With(NomineeRules.SheetSize, () => product.SendAs("hr", List(NomineeSheet.Headings)));
        await Refused.With(
            ApplicantSliceRules.SheetReadable,
            () => product.SendAs("hr", new ImportNominees.Command(Unit, "名单.xlsx", new MemoryStream([1, 2, 3]))));
    }

    private static ImportNominees.Command List(params IReadOnlyList<string>[] rows) =>
        new(Unit, "名单.xlsx", new MemoryStream(Spreadsheet.Write("名单", rows)));

    private static string Identity(int number)
    {
        var digits = $"990400198001{(number / 100) + 10:D2}{number % 100:D3}";
        return digits + IdentityNumber.CheckCharacter(digits);
    }
}
