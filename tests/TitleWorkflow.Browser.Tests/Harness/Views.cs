using Microsoft.Playwright;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>
/// What is looked at: every page with data, and every form refused. A page or form that is missing here fails the test that
/// compares with the endpoint table; add its line where its stage stands.
/// </summary>
internal static partial class Views
{
    // What the designer's program, once started, looks like is not ours.
    private const string Program = "**/studio/_framework/**";

    private static readonly string Long = new('长', 2001);

    /// <summary>Pages that only lead elsewhere, and forms that cannot be refused on their page.</summary>
    public static readonly IReadOnlyCollection<string> Exempt =
    [
        "/Index", "/Admin/Index", "/Account/Language", "/Account/Acting", "/Account/Theme", "/Demo/Clock", "/SignOut",
        "POST /Account/Acting", "POST /Account/Theme", "POST /Demo/Clock", "POST /SignOut", "POST /SignIn Demo",
        // Posts and appoints whoever is ready, nobody included.
        "POST /Experts/Index Post", "POST /Experts/Index Appoint",
        "POST /Notices/Index Open", "POST /Notices/Index ReadAll", "POST /WorkItems/Task AddItem",
        // The same sheet as the certificate's page, for the printing browser and its ticket alone.
        "/Filing/Paper",
        // Answered with the page itself, saved or not; a view shows what it says then.
        "POST /Assessments/Ballots Choose", "POST /Assessments/RunOff Choose", "POST /Assessments/Score Work", "POST /Assessments/Score Detach", "POST /Declarations/Fill",
        // Offered only beside saves one can go back to; nothing was drawn in the city.
        "POST /Workflows/Saves",
        // What answers a refused POST that has no page of its own.
        "POST /Error",
        "POST /Declarations/Fill Autosave", "POST /Declarations/Fill Detach", "POST /Declarations/Supplement Detach",
    ];

    public static IReadOnlyList<View> All { get; } =
        [.. Public, .. OfApplicants, .. OfOffices, .. OfMeetings, .. OfOperators, .. OfNominations, .. OfPilots, .. OfQuestionnaires, .. OfExperts];

    private static View[] Public =>
    [
        new(null, "/sign-in"),
        new View(null, "/sign-in").Refused("sign-in", ("Input.UserName", "town"), ("Input.Password", "falsch")),
        new View(null, "/sign-in").Refused("sign-in"),
        new(null, "/guide"),
        new(null, "/guide/{plan}"),
        new(null, "/publicity"),
        new(null, "/publicity?q=无此人"),
        new(null, "/publicity/{notice}"),
        new(null, "/publicity/receipt"),
        new View(null, "/publicity/receipt").Refused("receipt", ("Number", "YY-2026-9999"), ("Code", "ABCD")),
        new(null, "/verify"),
        new(null, "/verify/{number}"),
        new(null, "/verify/99040020260140000019"),
        new(null, "/verify/990400202601400000"),
        new(null, "/adviser"),
        new(null, "/adviser?Region=zhejiang&Year=2022&Facts.Level=FullSenior&Facts.Education=Bachelor&Facts.Patents=5"),
        new(null, "/adviser?Region=shandong&Year=2022&Facts.Level=Intermediate&Facts.Skill=Technician&Facts.SkillSince=2020-01-15"),
        new("applicant-0001", "/decisions"),
        new View("applicant-0001", "/adviser?Region=shandong&Year=2022&Facts.Level=FullSenior&Facts.Skill=ChiefTechnician").Refused("ask"),
        new(null, "/no/such/page"),
    ];

    private static View[] OfOperators =>
    [
        new("designer2", "/inbox"),
        new("designer2", "/flows"),
        new("designer2", "/flows")
        {
            Act = async (page, _) =>
            {
                var file = new FilePayload { Name = "flow.json", MimeType = "application/json", Buffer = "[]"u8.ToArray() };
                await page.Locator("#import input[type=file]").SetInputFilesAsync(file);
                await page.Locator("#import button").ClickAsync();
                await page.Locator("main :is(.zp-errors, .zp-refusal, .zp-error)").First.WaitForAsync();
            },
        },
        new("designer2", "/flows/title-review/design") { Without = Program },
        new("designer2", "/studio/frame?id=title-review") { Without = Program },
        new("designer2", "/flows/title-review"),
        new("designer2", "/flows/title-review?version=1") { Picture = new("flow", 2900, 1600) },
        new View("designer2", "/flows/title-review").Refused("publish", ("versionId", "{flow in force}")),
        new("auditor", "/declarations"),
        new("auditor", "/flows/title-review"),
        new("designer2", "/flows/title-review/simulate"),
        new("designer2", "/flows/title-review/simulate?run=true&cases=10"),
        new("designer2", "/flows/title-review/compare"),
        new("designer2", "/flows/title-review/figures"),
        new("designer2", "/flows/title-review/saves"),
        new("designer2", "/flows/title-review/migrate"),
        new View("designer2", "/flows/title-review/migrate").Refused("migrate-cases"),
        new("admin", "/instances/{town}/undo-migration"),
        new View("admin", "/instances/{town}/migrate?target={flow in force}").RefusedAt("migrate", "/instances/{town}/undo-migration", ("Reason", "选错了件")),
        new("admin", "/admin/calendars"),
        new("admin", "/admin/calendars?year=2026"),
        new View("admin", "/admin/calendars?year=2026").Refused("year", ("Input.Holidays", "元旦"), ("Input.MakeUpDays", "13-45")),
        new View("admin", "/admin/calendars").Refused("year", ("Input.Year", "")),
        new("admin", "/declarations/{town}"),
        new("admin", "/instances"),
        new("admin", "/instances?trouble=any"),
        new("admin", "/instances?number=无此件"),
        new("admin", "/instances/{town}"),
        new("admin", "/instances/{voting}"),
        new("admin", "/instances/{voting}/diagram") { Without = Program },
        new("admin", "/instances/{halted}"),
        new("admin", "/instances/{halted}/variable?variable=ready"),
        new View("admin", "/instances/{halted}/variable?variable=ready").Refused("variable"),
        new("admin", "/instances/{halted}/retry?incident={incident}"),
        new View("admin", "/instances/{halted}/retry?incident={incident}").Refused("retry"),
        new("admin", "/instances/{halted}/skip?execution={execution}"),
        new View("admin", "/instances/{halted}/skip?execution={execution}").Refused("skip", ("Reason", "再次申请")),
        new("admin", "/instances/{town}/migrate"),
        new("admin", "/instances/{town}/migrate?target={flow in force}"),
        new View("admin", "/instances/{town}/migrate?target={flow in force}").Refused("migrate"),
        new("admin", "/instances/{town}/cancel"),
        new View("admin", "/instances/{town}/cancel").Refused("cancel"),
        new("admin", "/interventions"),
        new("admin", "/interventions/{skip asked}"),
        new("admin", "/interventions/{skip asked}/decide"),
        new View("admin", "/interventions/{skip asked}/decide").RefusedAt("take-back", "/interventions/{end declined}/decide?handler=TakeBack"),
        new("admin", "/dead-letters"),
        new("admin", "/dead-letters/{dead letter}"),
        new View("admin", "/dead-letters/{dead letter}").Refused("letter"),
        new View("admin", "/dead-letters/{dead letter}").RefusedAt("letter", "/dead-letters/{dead letter}?handler=Discard"),
        new("designer2", "/instances/{halted}"),
        new("supervisor", "/interventions"),
        new("supervisor", "/interventions/{end declined}"),
        new("supervisor", "/interventions/{skip asked}/decide"),
        new View("supervisor", "/interventions/{skip asked}/decide").Refused("decline"),
        new View("supervisor", "/interventions/{skip asked}/decide").RefusedAt("approve", "/interventions/{end declined}/decide?handler=Approve"),
        new("auditor", "/instances"),
        new("auditor", "/interventions?all=true"),
        new("commissioner", "/account"),
    ];
}
