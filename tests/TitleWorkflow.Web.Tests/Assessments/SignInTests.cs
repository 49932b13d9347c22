using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Assessments;

public class SignInServer : Server
{
    protected override DateOnly Start => new(2022, 12, 6);
}

public sealed class PostgresSignInServer : SignInServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

/// <summary>Members sign in on their own devices, with a code that only the screen in the room shows.</summary>
public abstract class SignInTests(SignInServer server)
{
    [SkippableFact]
    public async Task A_member_signs_in_with_the_code_of_this_minute_or_the_one_before()
    {
        var at = server.Today.StartsAt(hour: 10);
        await server.ClockAt(at);
        var meeting = await Meeting.Call(server);
        var shown = (await meeting.Room()).Text("signInCode");
        Assert.Matches("^[0-9]{6}$", shown);

        (await SignsIn("expert1", shown)).Done();
        (await SignsIn("expert2", shown == "000000" ? "000001" : "000000")).Refused(AssessmentRules.CodeOnScreen);
        await server.ClockAt(at.AddMinutes(1));
        Assert.NotEqual(shown, (await meeting.Room()).Text("signInCode"));
        (await SignsIn("expert2", $" {shown} ")).Done();
        await server.ClockAt(at.AddMinutes(2));
        (await SignsIn("expert3", shown)).Refused(AssessmentRules.CodeOnScreen);
        (await SignsIn("expert12", (await meeting.Room()).Text("signInCode"))).NotFound();

        Assert.Equal(2, (await meeting.Room()).Number("present"));
        Assert.Null((await (await server.As("supervisor")).Get($"/meetings/{meeting.Id}/room")).Done()["signInCode"]);

        async Task<Answer> SignsIn(string member, string code) =>
            await (await server.As(member)).Post($"/meetings/{meeting.Id}/sign-in", new { code });
    }
}

public sealed class SignInOnSqliteTests(SignInServer server) : SignInTests(server), IClassFixture<SignInServer>;

public sealed class SignInOnPostgresTests : SignInTests, IClassFixture<PostgresSignInServer>
{
    public SignInOnPostgresTests(PostgresSignInServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
