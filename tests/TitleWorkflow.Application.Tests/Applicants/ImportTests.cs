using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Accounts;
using TitleWorkflow.Application.Applicants;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Spreadsheets;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Applicants;

public sealed class ImportTests
{
    private static readonly string[] Headings = ["姓名", "身份证号", "手机号", "工作单位", "最高学历", "毕业日期"];

    [SkippableTheory, Databases]
    public async Task Every_row_becomes_a_draft_or_is_refused_with_what_is_wrong_in_it(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var import = await product.ImportAsync(
            "city",
            [
                Headings,
                ["温言", Identity(1), "13900000001", "远岫自动化有限公司", "本科", "2012-07-01"],
                ["温言", Identity(1), "13900000002", "远岫自动化有限公司", "本科", "2012-07-01"],
                ["苏晚晴", "110105194912310021", "13900000003", "远岫自动化有限公司", "学士", "2012-07-01"],
                ["何青岚", Identity(4), "13900000001", "不存在的公司", "", ""],
                ["齐越", Identity(5), "13900000005", "远岫自动化有限公司", "", ""],
            ]);

        await product.WorkOffListsAsync();

        var result = await product.SendAs("city", new GetImport.Query(import));
        Assert.Equal((5, 2, 3), (result.Total, result.Imported, result.Refused));
        Assert.Equal(
            [
                new(3, "温言", "身份证号", CellFault.Repeated),
                new(4, "苏晚晴", "身份证号", CellFault.NotAnIdentityNumber),
                new(4, "苏晚晴", "最高学历", CellFault.NotAnOption),
                new(5, "何青岚", "工作单位", CellFault.UnknownEmployer),
                new(5, "何青岚", "手机号", CellFault.PhoneTaken),
            ],
            result.Faults);
        var drafts = await product.ReadAsync(db => db.Declarations.Include(d => d.History).OrderBy(d => d.Number).ToListAsync());
        Assert.Equal(["温言", "齐越"], drafts.Select(d => d.ApplicantName));
        Assert.Equal(("bachelor", "2012-07-01"), (drafts[0].Dossier["education"]["degree"], drafts[0].Dossier["education"]["graduatedOn"]));
        Assert.Equal(2, await product.ReadAsync(db => db.WorkflowInstances.CountAsync()));
    }

    [SkippableTheory, Databases]
    public async Task A_person_who_was_listed_is_invited_and_signs_in_with_a_password_of_their_own(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        await product.ImportAsync("hr", [Headings, ["温言", Identity(1), "13900000001", "", "", ""]]);
        await product.WorkOffListsAsync();
        var person = await product.ReadAsync(db => db.People.Where(p => p.Name == "温言").Select(p => p.Id).SingleAsync());

        var lost = await product.SendAs("hr", new InvitePerson.Command(person));
        var slip = await product.SendAs("hr", new InvitePerson.Command(person));
        var shown = await product.SendAs(Sender.Nobody, new GetInvitation.Query(slip.Code));
        var accepted = await product.SendAs(Sender.Nobody, new AcceptInvitation.Command(slip.Code, "yuan-xiu-2022"));

        Assert.Equal(("13900000001", "温*", "13900000001"), (slip.UserName, shown.MaskedName, accepted.UserName));
        await Assert.ThrowsAsync<NotFoundException>(
            () => product.SendAs(Sender.Nobody, new AcceptInvitation.Command(lost.Code, "yuan-xiu-2022")));
        await Refused.With(
            AccountSliceRules.InvitationValid, () => product.SendAs(Sender.Nobody, new AcceptInvitation.Command(slip.Code, "yuan-xiu-2023")));
        await Refused.With(AccountSliceRules.NotSignedUp, () => product.SendAs("hr", new InvitePerson.Command(person)));
    }

    [SkippableTheory, Databases]
    public async Task A_list_is_its_offices_alone(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var import = await product.ImportAsync("hr", [Headings, ["温言", Identity(1), "13900000001", "", "", ""]]);

        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs("town", new GetImport.Query(import)));
        await Assert.ThrowsAsync<NotFoundException>(() => product.SendAs("applicant", new StopImport.Command(import)));
        await product.SendAs("hr", new StopImport.Command(import));
        await product.WorkOffListsAsync();

        Assert.True((await product.SendAs("hr", new GetImport.Query(import))).IsStopped);
        Assert.Equal(0, await product.ReadAsync(db => db.Declarations.CountAsync()));
    }

    [SkippableTheory, Databases]
    public async Task Refused_rows_are_read_back_to_be_mended(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        string[] wrong = ["温言", "1", "13900000001", "", "本科", "2012-07-01"];
        var import = await product.ImportAsync("hr", [Headings, wrong]);
        await product.WorkOffListsAsync();

        var rows = await product.SendAs("hr", new ReadRefusedRows.Query(import));

        Assert.Equal(Headings, rows.Headings);
        Assert.Equal(wrong, Assert.Single(rows.Rows).Cells);
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, 10_000)]
    [InlineData(DatabaseProvider.Postgres, 1_000)]
    public async Task Thousands_of_applicants_are_imported_with_exact_faults(DatabaseProvider database, int count)
    {
        await using var product = await Product.WithCityAsync(database);
        var rows = Enumerable.Range(1, count).Select(i => new[]
        {
            $"申报人{i:D5}", i % (count / 10) == 0 ? "0" : Identity(i), $"139{i:D8}", "远岫自动化有限公司", "本科", "2012-07-01",
        });
        var import = await product.ImportAsync("district", [Headings, .. rows]);

        await product.WorkOffListsAsync();

        var result = await product.SendAs("district", new GetImport.Query(import));
        Assert.Equal((count, count - 10, 10), (result.Total, result.Imported, result.Refused));
        Assert.Equal(Enumerable.Range(1, 10).Select(i => (i * count / 10) + 1), result.Faults.Select(f => f.Row));
        Assert.Equal(count - 10, await product.ReadAsync(db => db.WorkItems.CountAsync()));
    }

    [SkippableTheory, Databases]
    public async Task Under_a_plan_that_asks_for_nominations_nobody_is_listed(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);
        var list = Spreadsheet.Write("名单", [Headings, ["温言", Identity(1), "13900000001", "", "", ""]]);

        await Refused.With(
            NominationRules.NominatedOnly,
            () => product.SendAs("hr", new ImportApplicants.Command(DemoNomination.Plan, "名单.xlsx", new MemoryStream(list))));

        Assert.DoesNotContain(DemoNomination.Plan, (await product.SendAs("hr", new ListImports.Query())).Plans.Select(p => p.Id));
    }

    [SkippableTheory, Databases]
    public async Task A_file_that_is_no_workbook_is_refused(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);

        await Refused.With(
            ApplicantSliceRules.SheetReadable,
            () => product.SendAs("hr", new ImportApplicants.Command(DemoCity.Plan, "名单.xlsx", new MemoryStream([1, 2, 3]))));
    }

    [SkippableTheory, Databases]
    public async Task Headings_nobody_knows_are_told_one_by_one(DatabaseProvider database)
    {
        await using var product = await Product.WithCityAsync(database);

        var refusal = await Assert.ThrowsAsync<ValidationException>(() => product.ImportAsync("hr", [["姓名", "星座", "手机号"], ["温言", "", ""]]));

        Assert.Equal(
            [("UnknownHeading", "星座"), ("MissingHeading", "身份证号")],
            refusal.Errors.Select(e => (e.ErrorCode, (string)e.FormattedMessagePlaceholderValues["Heading"])));
    }

    private static string Identity(int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"99040019{80 + (number / 1000 % 10)}0101{number % 1000:D3}");
        return digits + IdentityNumber.CheckCharacter(digits);
    }
}
