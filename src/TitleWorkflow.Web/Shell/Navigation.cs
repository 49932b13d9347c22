using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Web.Shell;

/// <summary>One entry of the navigation: text key, icon name and address.</summary>
internal sealed record NavigationItem(string Key, string Icon, string Href);

/// <summary>Which pages each role finds in the navigation, in order; the first one is the role's home.</summary>
internal static class Navigation
{
    private static readonly NavigationItem Inbox = new("shell.nav.inbox", "inbox", "/inbox");
    private static readonly NavigationItem MyReviews = new("shell.nav.my-reviews", "inbox", "/inbox");
    private static readonly NavigationItem MyDeclarations = new("shell.nav.my-declarations", "folder", "/declarations");
    private static readonly NavigationItem OurDeclarations =
        new("shell.nav.our-declarations", "files", "/declarations");
    private static readonly NavigationItem Declarations = new("shell.nav.declarations", "files", "/declarations");
    private static readonly NavigationItem Overview = new("shell.nav.overview", "chart-bar", "/declarations");
    private static readonly NavigationItem MyCertificates =
        new("shell.nav.my-certificates", "certificate", "/certificates");
    private static readonly NavigationItem EmployerPublicity =
        new("shell.nav.employer-publicity", "speakerphone", "/publicity/employer");
    private static readonly NavigationItem ApplicantLists = new("shell.nav.applicant-lists", "list-details", "/applicant-lists");
    private static readonly NavigationItem Publicity = new("shell.nav.publicity", "speakerphone", "/publicity");
    private static readonly NavigationItem Objections = new("shell.nav.objections", "hand-stop", "/publicity/objections");
    private static readonly NavigationItem Meetings = new("shell.nav.meetings", "calendar-event", "/meetings");
    private static readonly NavigationItem ReviewMeetings =
        new("shell.nav.review-meetings", "calendar-event", "/meetings");
    private static readonly NavigationItem MeetingsWatched =
        new("shell.nav.meetings-watched", "shield-check", "/meetings");
    private static readonly NavigationItem Draws = new("shell.nav.draws", "arrows-shuffle", "/draws");
    private static readonly NavigationItem DrawsWitnessed = new("shell.nav.draws-witnessed", "arrows-shuffle", "/draws");
    private static readonly NavigationItem ExpertPool = new("shell.nav.expert-pool", "users", "/experts");
    private static readonly NavigationItem MyMembership = new("shell.nav.my-membership", "id-badge-2", "/experts/me");
    private static readonly NavigationItem ExpertNominations = new("shell.nav.expert-nominations", "user-plus", "/experts/nominate");
    private static readonly NavigationItem Committees = new("shell.nav.committees", "users-group", "/committees");
    private static readonly NavigationItem Nominations = new("shell.nav.nominations", "signature", "/nominations");
    private static readonly NavigationItem Enterprises = new("shell.nav.enterprises", "award", "/enterprises");
    private static readonly NavigationItem Filing = new("shell.nav.filing", "archive", "/filing");
    private static readonly NavigationItem Flows = new("shell.nav.flows", "sitemap", "/flows");
    private static readonly NavigationItem Instances = new("shell.nav.instances", "route", "/instances");
    private static readonly NavigationItem Interventions = new("shell.nav.interventions", "user-check", "/interventions");
    private static readonly NavigationItem DeadLetters = new("shell.nav.dead-letters", "clock-x", "/dead-letters");
    private static readonly NavigationItem Operation = new("shell.nav.operation", "settings", "/admin");
    private static readonly NavigationItem Notices = new("shell.nav.notices", "bell", "/notices");
    private static readonly NavigationItem Guide = new("shell.nav.guide", "book", "/guide");
    private static readonly NavigationItem Verify = new("shell.nav.verify", "certificate", "/verify");

    private static readonly NavigationItem Adviser = new("shell.nav.adviser", "compass", "/adviser");
    private static readonly NavigationItem Decisions = new("shell.nav.decisions", "user-question", "/decisions");
    private static readonly NavigationItem MyAdviser = new("shell.nav.adviser", "compass", "/adviser?known=true");
    private static readonly NavigationItem RuleSets = new("shell.nav.rule-sets", "adjustments", "/rule-sets");

    private static readonly NavigationItem Pilots = new("shell.nav.pilots", "building-community", "/pilots");
    private static readonly NavigationItem Questionnaires = new("shell.nav.questionnaires", "forms", "/questionnaires");
    private static readonly NavigationItem Plans = new("shell.nav.plans", "calendar", "/plans");
    private static readonly NavigationItem Standards = new("shell.nav.standards", "list-check", "/standards");
    private static readonly NavigationItem Quotas = new("shell.nav.quotas", "briefcase", "/quotas");

    private static readonly NavigationItem[] Officer = [Inbox, Declarations, Publicity, Notices];
    private static readonly NavigationItem[] Concluder = [Inbox, Declarations, Publicity, Filing, ExpertPool, Draws, Notices];
    private static readonly NavigationItem[] Reviewer = [MyReviews, Meetings, MyMembership, Notices];

    private static readonly Dictionary<Role, NavigationItem[]> ByRole = new()
    {
        [Role.Applicant] = [MyDeclarations, Notices, MyCertificates, MyAdviser, Decisions, Questionnaires],
        [Role.EmployerHr] = [Inbox, OurDeclarations, EmployerPublicity, ApplicantLists, Nominations, ExpertNominations, Notices, Pilots, Questionnaires],
        [Role.Chairperson] = [Inbox, Nominations, Enterprises, Notices, Pilots],
        [Role.ResearchLead] = [Inbox, Nominations, Enterprises, Notices],
        [Role.TownOfficer] = [Inbox, Declarations, Publicity, ApplicantLists, Enterprises, Notices],
        [Role.DistrictOfficer] = [Inbox, Declarations, Publicity, ApplicantLists, Enterprises, Notices, Pilots, Questionnaires],
        [Role.CityOfficer] =
            [Inbox, Declarations, Publicity, Filing, ApplicantLists, Enterprises, Notices, RuleSets, Plans, Pilots, Standards, Questionnaires],
        [Role.ProvinceOfficer] = [.. Officer, RuleSets, Standards],
        [Role.OrganisingOfficer] = [.. Concluder, Objections, Decisions, Plans, Pilots, Quotas, Questionnaires],
        [Role.CommitteeOffice] = [Inbox, ReviewMeetings, Draws, ExpertPool, Committees, Publicity, Filing, Notices, Plans],
        [Role.CommitteeDirector] = Reviewer,
        [Role.DeputyDirector] = Reviewer,
        [Role.GroupLeader] = Reviewer,
        [Role.Expert] = Reviewer,
        [Role.Supervisor] = [Inbox, Objections, DrawsWitnessed, MeetingsWatched, Interventions, Notices],
        [Role.ServiceCommissioner] = [Inbox, Notices, Questionnaires],
        [Role.Auditor] = [Overview, Flows, Instances, Interventions, Notices, RuleSets, Pilots, Standards],
        [Role.ProcessDesigner] = [Inbox, Flows, Instances, Notices, Standards],
        [Role.Administrator] = [Operation, Instances, Interventions, DeadLetters, Flows, Notices],
    };

    /// <summary>Pages open to everybody.</summary>
    public static IReadOnlyList<NavigationItem> Public { get; } = [Guide, Adviser, Publicity, Verify];

    /// <summary>The pages of a role; notices alone for a person without a role.</summary>
    public static IReadOnlyList<NavigationItem> For(Role? role) =>
        role is { } held ? ByRole[held] : [Notices];

    /// <summary>Where a role finds declarations by name or employer; null where it has no such list.</summary>
    public static string? SearchFor(Role? role) =>
        For(role).Contains(Declarations) || For(role).Contains(OurDeclarations) ? Declarations.Href : null;

    /// <summary>The item a path belongs to: the longest address that begins it; a task belongs to the inbox.</summary>
    public static NavigationItem? Current(IEnumerable<NavigationItem> items, PathString path) =>
        items.Where(item => (path.StartsWithSegments("/work-items") ? new PathString(Inbox.Href) : path).StartsWithSegments(item.Href))
            .MaxBy(item => item.Href.Length);
}
