using System.Net;
using System.Net.Http.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Auditing;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Auditing;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Security;

public class RefusalServer : Server
{
    private const string Forwarded = "X-Forwarded-For";

    /// <summary>What the audit log gained while something was done.</summary>
    internal async Task<IReadOnlyList<AuditEntry>> Gained(Func<Task> act)
    {
        var before = await Read(db => db.Audit.MaxAsync(a => (long?)a.Sequence)) ?? 0;
        await act();
        return await Read(db => db.Audit.AsNoTracking().Where(a => a.Sequence > before).OrderBy(a => a.Sequence).ToListAsync());
    }

    /// <summary>A program at a network address of its own.</summary>
    internal HttpClient ProgramAt(string address)
    {
        var http = Browser();
        http.DefaultRequestHeaders.Add(Forwarded, address);
        return http;
    }
}

public sealed class PostgresRefusalServer : RefusalServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

/// <summary>Who is refused leaves an entry in the audit log; a stranger cannot fill it.</summary>
public abstract class RefusalLogTests(RefusalServer server)
{
    private static readonly Guid Case = Guid.Parse("0192f0c1-2f3a-7c4d-8e5f-0a1b2c3d4e5f");

    [SkippableFact]
    public async Task A_program_whose_role_never_comes_there_leaves_who_what_when_from_where_and_why()
    {
        var admin = await server.As("admin");

        var gained = await server.Gained(async () => (await admin.Get($"/declarations/{Case}/dossier")).Forbidden());

        var entry = Assert.Single(gained);
        Assert.Equal(DemoPeople.Id("admin").Value, entry.Person);
        Assert.Equal("GET /api/v1/declarations/{id:guid}/dossier", entry.Action);
        Assert.Equal($"{Case}", entry.Subject);
        Assert.Equal(("refused", "all-but:Administrator,ProcessDesigner"), (entry.Outcome, entry.Rules));
        Assert.Equal(server.Today, DateOnly.FromDateTime(entry.At.ToOffset(TimeSpan.FromHours(8)).DateTime));
    }

    [SkippableFact]
    public async Task A_page_and_an_act_of_a_page_that_are_refused_leave_one_entry_each()
    {
        var auditor = await PageVisitor.SignedIn(server.Browser(), "auditor", Server.Password);
        var fields = new Dictionary<string, string> { ["versionId"] = "v", ["publishes"] = "1" };

        var page = await server.Gained(async () => (await auditor.Get("/admin/calendars")).Dispose());
        var act = await server.Gained(async () => (await auditor.Post("/flows/title-review", fields)).Dispose());

        Assert.Equal(("GET /admin/calendars", "roles:Administrator"), (Assert.Single(page).Action, page[0].Rules));
        Assert.Equal(
            ("POST /flows/{definitionId}", "title-review", "roles:ProcessDesigner"),
            (Assert.Single(act).Action, act[0].Subject, act[0].Rules));
    }

    [SkippableFact]
    public async Task What_was_sent_is_not_written()
    {
        var office = await server.As("office");

        var gained = await server.Gained(async () =>
            (await office.Post($"/meetings/{Case}/cases/{Case}/cast", new { choice = "Abstain" })).Forbidden());

        var entry = Assert.Single(gained);
        Assert.Equal("", entry.Detail);
        Assert.DoesNotContain("Abstain", $"{entry.Action} {entry.Subject} {entry.Rules}", StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Who_asks_for_a_case_that_is_not_theirs_leaves_an_entry_for_program_and_page()
    {
        var applicant = await server.As("applicant");
        var browser = await PageVisitor.SignedIn(server.Browser(), "applicant", Server.Password);

        var program = await server.Gained(async () => (await applicant.Get($"/declarations/{Case}")).NotFound());
        var page = await server.Gained(async () =>
        {
            using var answer = await browser.Get($"/declarations/{Case}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        });

        Assert.Equal(("GET /api/v1/declarations/{id:guid}", $"{Case}", "not-found"), Told(Assert.Single(program)));
        Assert.Equal(("GET /declarations/{id:guid}", $"{Case}", "not-found"), Told(Assert.Single(page)));
        Assert.All([program[0], page[0]], e => Assert.Equal((DemoPeople.Id("applicant").Value, "refused"), (e.Person, e.Outcome)));
    }

    [SkippableFact]
    public async Task A_stranger_who_opens_a_page_is_led_to_the_sign_in_page_and_leaves_nothing()
    {
        var stranger = await PageVisitor.Stranger(server.Browser());

        var gained = await server.Gained(async () =>
        {
            using var page = await stranger.Get("/declarations");
            Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await server.Anybody.Post("/identity/refresh", new { refreshToken = "made up" })).Status);
        });

        Assert.Empty(gained);
    }

    [SkippableFact]
    public async Task What_a_stranger_tries_otherwise_leaves_an_entry_without_a_person()
    {
        var program = server.ProgramAt("203.0.113.24");
        var browser = await PageVisitor.Stranger(program);

        var gained = await server.Gained(async () =>
        {
            (await program.GetAsync("/api/v1/declarations")).Dispose();
            (await browser.Post("/admin/calendars", new Dictionary<string, string>())).Dispose();
        });

        Assert.Equal(["GET /api/v1/declarations", "POST /admin/calendars"], gained.Select(e => e.Action.TrimEnd('/')));
        Assert.All(gained, e => Assert.Equal(
            ("refused", "sign-in.required", null, "203.0.113.24"), (e.Outcome, e.Rules, e.Person, e.Origin)));
    }

    [SkippableFact]
    public async Task Nobody_fills_the_log_by_knocking_at_doors()
    {
        var program = server.ProgramAt("203.0.113.25");

        var gained = await server.Gained(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                (await program.GetAsync("/api/v1/declarations")).Dispose();
            }
        });

        Assert.Equal(20, gained.Count);
        Assert.All(gained.SkipLast(1), e => Assert.Equal("", e.Detail));
        Assert.NotEqual("", gained[^1].Detail);
    }

    [SkippableFact]
    public async Task A_refused_sign_in_leaves_the_account_and_never_what_was_typed()
    {
        var program = server.ProgramAt("203.0.113.21");

        var gained = await server.Gained(async () =>
        {
            await SignIn(program, "town", "not the password");
            await SignIn(program, "Secret-typed-in-the-wrong-field", "x");
            var browser = await PageVisitor.Stranger(program);
            using var page = await browser.Post(
                "/sign-in", new Dictionary<string, string> { ["Input.UserName"] = "hr", ["Input.Password"] = "not the password" });
            Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        });

        Assert.Equal(
            [("town", "sign-in.wrong-password"), ("", "sign-in.unknown-account"), ("hr", "sign-in.wrong-password")],
            gained.Select(e => (e.Subject, e.Rules)));
        Assert.All(gained, e => Assert.Equal(("Security.SignIn", "refused", null, "203.0.113.21"), (e.Action, e.Outcome, e.Person, e.Origin)));
        Assert.All(gained, e => Assert.Equal("", e.Detail));
    }

    [SkippableFact]
    public async Task A_locked_account_says_so()
    {
        var program = server.ProgramAt("203.0.113.22");

        var gained = await server.Gained(async () =>
        {
            for (var i = 0; i < 11; i++)
            {
                await SignIn(program, "commissioner", "not the password");
            }
        });

        Assert.Equal("sign-in.locked-out", gained[^1].Rules);
        Assert.Equal("sign-in.wrong-password", gained[0].Rules);
    }

    [SkippableFact]
    public async Task Nobody_fills_the_log_by_failing_to_sign_in()
    {
        var program = server.ProgramAt("203.0.113.23");

        var gained = await server.Gained(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                await SignIn(program, $"nobody-{i}", "x");
            }
        });

        Assert.Equal(20, gained.Count);
        Assert.All(gained.SkipLast(1), e => Assert.Equal("", e.Detail));
        Assert.NotEqual("", gained[^1].Detail);
    }

    [SkippableFact]
    public async Task The_chain_stays_whole()
    {
        var admin = await server.As("admin");
        (await admin.Get("/committees")).Forbidden();
        await using var scope = server.Services.CreateAsyncScope();

        var check = await scope.ServiceProvider.GetRequiredService<ISender>().Send(new CheckAudit.Query());

        Assert.Null(check.FirstBroken);
        Assert.NotEqual(0, check.Lines);
    }

    private static (string Action, string Subject, string Rules) Told(AuditEntry entry) => (entry.Action, entry.Subject, entry.Rules);

    private static async Task SignIn(HttpClient program, string userName, string password)
    {
        using var answer = await program.PostAsJsonAsync("/api/v1/identity/login", new { userName, password });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}

public sealed class RefusalLogOnSqliteTests(RefusalServer server) : RefusalLogTests(server), IClassFixture<RefusalServer>;

public sealed class RefusalLogOnPostgresTests : RefusalLogTests, IClassFixture<PostgresRefusalServer>
{
    public RefusalLogOnPostgresTests(PostgresRefusalServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
