using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>Takes one declaration along its road over HTTP, in the words of those who act.</summary>
internal sealed partial class Road
{
    private readonly Server server;
    private readonly string applicant;

    private Road(Server server, string applicant, string declaration)
    {
        this.server = server;
        this.applicant = applicant;
        Declaration = declaration;
    }

    /// <summary>The declaration's id.</summary>
    public string Declaration { get; }

    // Whoever checks for the enterprise the applicant works at.
    private string Hr { get; init; } = "hr";

    // Whoever checks and posts for the organising unit, and whoever does the committee's daily work.
    private string Unit { get; init; } = "organiser";

    private string Office { get; init; } = "office";

    private string Path => $"/declarations/{Declaration}";

    /// <summary>Opens a draft, under the plan given or the only one.</summary>
    public static async Task<Road> Start(Server server, string applicant = "applicant", Guid? plan = null)
    {
        var person = await server.As(applicant);
        var started = await person.Post("/declarations", new { plan = plan ?? DemoCity.Plan.Value });
        return new Road(server, applicant, started.Done().Text("declaration"))
        {
            Hr = applicant.StartsWith("hengce-", StringComparison.Ordinal) ? "hengce-hr" : "hr",
        };
    }

    /// <summary>Fills every section and proves every fact that needs it.</summary>
    public async Task Fill()
    {
        var person = await server.As(applicant);
        foreach (var (section, values) in Dossier.Sections)
        {
            (await person.Put($"{Path}/sections/{section}", new { values })).Done();
        }

        foreach (var fact in Dossier.ProvenFacts)
        {
            (await Attach(fact)).Done();
        }
    }

    /// <summary>Puts one section; what is left out is taken away.</summary>
    public async Task States(string section, params (string Field, string Value)[] facts) =>
        (await (await server.As(applicant)).Put(
            $"{Path}/sections/{section}", new { values = facts.ToDictionary(f => f.Field, f => f.Value) })).Done();

    public async Task<Answer> Attach(string fact, string fileName = "证明.pdf", byte[]? content = null) =>
        await (await server.As(applicant)).Upload($"{Path}/evidence", fileName, content ?? Papers.Pdf, ("fact", fact));

    public async Task<Answer> Submit()
    {
        var person = await server.As(applicant);
        var name = (await person.Get($"{Path}/form")).Done().Text("applicant");
        return await person.Post($"{Path}/submit", new { signedName = name });
    }

    public async Task<Answer> Withdraws(string reason = "另有安排") =>
        await (await server.As(applicant)).Post($"{Path}/withdraw", new { reason });

    public async Task FillAndSubmit()
    {
        await Fill();
        (await Submit()).Done();
    }

    /// <summary>How somebody sees the declaration.</summary>
    public async Task<JsonNode> SeenBy(string userName) => (await (await server.As(userName)).Get(Path)).Done();

    /// <summary>How somebody sees its dossier.</summary>
    public async Task<JsonNode> DossierSeenBy(string userName) => (await (await server.As(userName)).Get($"{Path}/dossier")).Done();

    /// <summary>What the declaration's status is called to somebody.</summary>
    public async Task<string> StatusSeenBy(string userName) => (await SeenBy(userName)).Text("status");

    public Task<Answer> EmployerPasses() => Complete(Hr, "employer-check", new { outcome = "Pass" });

    /// <summary>The employer's latest notice on the declaration, running or over.</summary>
    public async Task<JsonNode> EmployerPublicity()
    {
        var hr = await server.As(Hr);
        var running = await hr.All("/publicity/employer?running=true");
        var ended = await hr.All("/publicity/employer?running=false");
        return running.Concat(ended)
            .First(n => n.Text("declaration") == Declaration);
    }

    /// <summary>Lets the employer's publicity run out; stops at 9:00 of the first day after it.</summary>
    public async Task EmployerPublicityEnds() =>
        await server.ClockAt((await EmployerPublicity()).Part("window").Date("nextActionDay"));

    public Task<Answer> EmployerRecommends() => Complete(Hr, "recommendation", new { outcome = "Recommend", comment = "同意推荐" });

    public Task<Answer> Passes(string office) => Complete(office, "vetting", new { outcome = "Pass" });

    public Task<Answer> Returns(string office, string section, string reason) =>
        Complete(office, "vetting", new { outcome = "Return", sections = new[] { new { section, reason } } });

    public Task<Answer> UnitAccepts() => Complete(Unit, "eligibility", new { outcome = "Accept" });

    public Task<Answer> OfficeAssigns(params string[] experts) => Complete(
        Office, "group-assignment", new { outcome = "Assign", experts = experts.Select(e => DemoPeople.Id(e).Value) });

    public Task<Answer> ExpertWrites(string expert) => Complete(
        expert,
        "expert-opinion",
        new
        {
            outcome = "Submit",
            comment = "业绩突出，同意推荐。",
            scores = new { technical = 24, achievements = 47, influence = 6 },
        });

    public Task<Answer> UnitPostsResult() => Complete(Unit, "result-posting", new { outcome = "Post" });

    public Task<Answer> CityConfirms(string documentNumber = "青人社职〔2022〕31 号") =>
        Complete("city", "confirmation", new { outcome = "Confirm", documentNumber });

    /// <summary>Somebody does the task on this declaration that has the form.</summary>
    public async Task<Answer> Complete(string userName, string form, object answer)
    {
        var person = await server.As(userName);
        var task = await TaskOf(userName, form)
            ?? throw new KeyNotFoundException($"{userName} has no open task {form}; the flow stands at {await Flow()}");
        return await person.Post($"/work-items/{task.Text("workItem")}/complete", answer);
    }

    /// <summary>The open task with the form on this declaration that somebody has or may take; null if there is none.</summary>
    public async Task<JsonNode?> TaskOf(string userName, string form)
    {
        var person = await server.As(userName);
        foreach (var view in new[] { "Mine", "Available" })
        {
            var found = (await person.All($"/work-items?view={view}"))
                .FirstOrDefault(t => t.Text("declaration") == Declaration && t.Text("form") == form);
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    // Where it went wrong, when it does.
    private Task<string> Flow() => server.Read(db =>
        db.WorkflowInstances.Where(i => i.Id == Declaration).Select(i => $"{i.SubStatus}: {i.State}").SingleAsync());
}
