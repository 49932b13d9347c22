using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Applicants;

public sealed class ApplicantImportTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0)]
    [InlineData(ApplicantRules.MostRows + 1)]
    public void A_list_without_rows_or_with_too_many_is_refused(int rows) =>
        Refused.With(ApplicantRules.SheetSize, () => List(rows));

    [Fact]
    public void A_list_ends_with_its_last_row()
    {
        var list = List(rows: 3);

        list.Count(imported: 1, refused: 1, Now);
        var before = list.EndedAt;
        list.Count(imported: 1, refused: 0, Now);

        Assert.Equal((null, Now, null), (before, list.EndedAt, list.DueAt));
    }

    [Fact]
    public void A_list_that_has_ended_cannot_be_stopped()
    {
        var list = List(rows: 1);
        list.Count(imported: 1, refused: 0, Now);

        Refused.With(ApplicantRules.ImportRunning, () => list.Stop(Now));
    }

    private static ApplicantImport List(int rows) =>
        new(new PlanId(Guid.NewGuid()), OrganisationId.New(), PersonId.New(), "名单.xlsx", ["姓名"], rows, Now);
}
