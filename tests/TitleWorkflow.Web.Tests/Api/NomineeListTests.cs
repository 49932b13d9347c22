using TitleWorkflow.Application.Experts;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Spreadsheets;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Api;

public class NomineeListServer : Server;

public sealed class PostgresNomineeListServer : NomineeListServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

public abstract class NomineeListTests(NomineeListServer server)
{
    [SkippableFact]
    public async Task A_list_of_nominees_is_taken_over_the_interface_and_wrong_rows_come_back()
    {
        var hr = await server.As("hr");
        byte[] list = Spreadsheet.Write("名单", [NomineeSheet.Headings, ["邵闻舟", Identity, "工程", "机械", "副高级"], ["季听澜", "1", "工程", "机械", "副高级"]]);

        var result = (await hr.Upload("/experts/nominations/list", "名单.xlsx", list, ("unit", $"{DemoOrganisations.Id("unit").Value}"))).Done();

        Assert.Equal(1, result.Number("nominated"));
        var refused = result.Items("refused").Single();
        Assert.Equal(3, refused.Number("number"));
        Assert.Equal("NotAnIdentityNumber", refused.Items("faults").Single().Text("error"));
    }

    private static string Identity => "99040019800110001" + IdentityNumber.CheckCharacter("99040019800110001");
}

public sealed class NomineeListOnSqliteTests(NomineeListServer server) : NomineeListTests(server), IClassFixture<NomineeListServer>;

public sealed class NomineeListOnPostgresTests : NomineeListTests, IClassFixture<PostgresNomineeListServer>
{
    public NomineeListOnPostgresTests(PostgresNomineeListServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
