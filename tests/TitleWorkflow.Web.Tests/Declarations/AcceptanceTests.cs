using System.Text.Json.Nodes;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Declarations;

/// <summary>One declaration is accepted; another was withdrawn and its applicant begins anew.</summary>
public class AcceptanceServer : Server
{
    internal Road Accepted { get; private set; } = null!;

    internal Road Second { get; private set; } = null!;

    internal Answer Before { get; private set; } = null!;

    protected override DateOnly Start => new(2022, 11, 1);

    protected override int MoreApplicants => 1;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        var first = await Road.AtEmployerPublicity(this, "applicant-0001");
        (await first.Withdraws()).Done();
        Second = await Road.Start(this, "applicant-0001");
        Accepted = await Road.AtEligibilityCheck(this);
        Before = await (await As("applicant")).Get($"/declarations/{Accepted.Declaration}/acceptance");
        (await Accepted.UnitAccepts()).Done();
        (await Accepted.OfficeAssigns("expert1", "expert2", "expert3")).Done();
    }
}

public sealed class PostgresAcceptanceServer : AcceptanceServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

public abstract class AcceptanceTests(AcceptanceServer server)
{
    [SkippableFact]
    public async Task An_accepted_declaration_has_a_slip_for_applicant_and_offices_and_none_before()
    {
        var path = $"/declarations/{server.Accepted.Declaration}/acceptance";
        var slip = (await (await server.As("applicant")).Get(path)).Done();

        server.Before.NotFound();
        Assert.Equal((await server.Accepted.SeenBy("applicant")).Text("number"), slip.Text("number"));
        Assert.Equal("方知遥", slip.Text("applicant"));
        Assert.Equal((await server.Accepted.SeenBy("applicant")).Text("acceptedAt"), slip.Text("acceptedAt"));
        Assert.Equal(slip.ToJsonString(), (await (await server.As("organiser")).Get(path)).Done().ToJsonString());
        (await (await server.As("expert1")).Get(path)).NotFound();
        (await (await server.As("applicant-0001")).Get(path)).NotFound();
    }

    [SkippableFact]
    public async Task What_was_handed_in_before_is_proposed_until_the_section_is_saved()
    {
        var (person, path) = (await server.As("applicant-0001"), $"/declarations/{server.Second.Declaration}");
        var before = (await person.Get($"{path}/form")).Done();
        (await person.Put($"{path}/sections/basic", new { values = new Dictionary<string, string> { ["post"] = "总工程师" } })).Done();
        var after = (await person.Get($"{path}/form")).Done();

        Assert.Equal("13800138000", Field(before, "basic", "phone").Text("known"));
        Assert.Equal("college", Field(before, "education", "degree").Text("known"));
        Assert.Null(Field(before, "education", "workingYears").TextOrNull("known"));
        Assert.Null(Field(before, "report", "summary").TextOrNull("known"));
        Assert.All(before.Items("sections").SelectMany(s => s.Items("fields")), f => Assert.Null(f.TextOrNull("value")));
        Assert.Null(Field(after, "basic", "phone").TextOrNull("known"));
        Assert.Equal("总工程师", Field(after, "basic", "post").Text("value"));
        Assert.Equal("college", Field(after, "education", "degree").Text("known"));
    }

    private static JsonNode Field(JsonNode form, string section, string field) =>
        form.Items("sections").Single(s => s.Text("key") == section).Items("fields").Single(f => f.Part("definition").Text("key") == field);
}

public sealed class AcceptanceOnSqliteTests(AcceptanceServer server) : AcceptanceTests(server), IClassFixture<AcceptanceServer>;

public sealed class AcceptanceOnPostgresTests : AcceptanceTests, IClassFixture<PostgresAcceptanceServer>
{
    public AcceptanceOnPostgresTests(PostgresAcceptanceServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
