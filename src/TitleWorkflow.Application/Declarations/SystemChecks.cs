using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>What a check came to.</summary>
public enum CheckOutcome
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>The channel does not ask for it.</summary>
    Waived,

    /// <summary>Somebody should look.</summary>
    Warns,

    /// <summary>It does not hold.</summary>
    Fails,
}

/// <summary>One check the product made on a dossier.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="Code">What was checked; the interface finds its words by it.</param>
/// <param name="Values">Values found, in the order of the words' places; dates as 2026-03-02.</param>
/// <param name="Rule">The rule behind it, with its source; null if it rests on none.</param>
public sealed record SystemCheck(CheckOutcome Outcome, string Code, IReadOnlyList<string> Values, Rule? Rule = null);

/// <summary>Checks a dossier so that officers need not (要点): completeness, window, commitment, publicity, files seen elsewhere.</summary>
public sealed class SystemChecks(TitleDb db)
{
    // They tell the applicant's signature, or an officer's words about a person.
    private static readonly string[] Naming = ["commitment", "decided-eligible", "decided-not-eligible", "decision-open"];

    /// <summary>Every check that applies to the case as it stands.</summary>
    internal async Task<IReadOnlyList<SystemCheck>> OfAsync(
        Declaration declaration, AnnualPlan plan, Sight sight, CancellationToken ct)
    {
        var defects = declaration.Defects(plan.Form).Count;
        var facts = plan.Form.Sections.Sum(s => s.Fields.Count);
        var files = declaration.Evidence.Count(e => e.DetachedAt is null);
        List<SystemCheck> checks =
        [
            defects == 0
                ? Holds("complete", DeclarationRules.DossierComplete, Number(facts), Number(files))
                : Fails("incomplete", DeclarationRules.DossierComplete, Number(defects)),
        ];
        if (declaration.Commitment is { } commitment)
        {
            checks.Add(Holds("commitment", DeclarationRules.CommitmentSigned, Day(commitment.At.LegalDate()), commitment.SignedName));
            checks.Add(await WindowAsync(declaration, plan, ct));
        }

        checks.AddRange(await ConditionsAsync(plan, ct));
        checks.AddRange(await ManualDecisionAsync(declaration, ct));
        checks.AddRange(await EmployerPublicityAsync(declaration, ct));
        if (!sight.IsExpert() && sight != Sight.Own)
        {
            checks.AddRange(await FilesSeenElsewhereAsync(declaration, ct));
        }

        var supplement = await db.SupplementNotices.AsNoTracking().SingleOrDefaultAsync(n => n.Declaration == declaration.Id, ct);
        if (supplement is not null)
        {
            checks.Add(Of(supplement));
        }

        return sight == Sight.BlindExpert ? [.. checks.Where(c => !Naming.Contains(c.Code))] : checks;
    }

    // What a channel beside the ordinary one waives, each with its basis; what it still asks, met by the signature or left to an
    // officer's eye.
    private async Task<IEnumerable<SystemCheck>> ConditionsAsync(AnnualPlan plan, CancellationToken ct)
    {
        if (plan.Channel == Channel.Standard)
        {
            return [];
        }

        var rules = await db.RuleSets.AsNoTracking().SingleAsync(r => r.Id == plan.RuleSet, ct);
        return rules.Channel != plan.Channel ? [] :
        [
            .. rules.Content.Conditions.Where(c => c.Level is null || c.Level == plan.Level).Select(c =>
            {
                var rule = new Rule($"rulesets.{c.Code}", c.EnglishName, c.Source);
                string[] names = [c.Name, "", "", c.EnglishName];
                return c.Kind == ConditionKind.Waived
                    ? new SystemCheck(CheckOutcome.Waived, "waived", names, rule)
                    : plan.Channel == Channel.SpecialisedNomination && MetBySignature(c) ? Holds("met", rule, names) : Warns("to-verify", rule, names);
            }),
        ];
    }

    // Without a live honour and a nomination nothing was ever signed.
    private static bool MetBySignature(Condition condition) => (condition.AnyOf ?? []).All(way => way.AllOf.All(
        t => t.Metric is Metric.Nominated or Metric.Honour or Metric.SingleChampion));

    private async Task<SystemCheck> WindowAsync(Declaration declaration, AnnualPlan plan, CancellationToken ct)
    {
        var first = await db.History.Where(h => h.Declaration == declaration.Id && h.Act == HistoryAct.Submitted)
            .MinAsync(h => h.At, ct);
        string[] values = [Day(first.LegalDate()), Day(plan.OpensOn), Day(plan.ClosesOn)];
        return plan.IsOpenOn(first.LegalDate())
            ? Holds("window", DeclarationRules.WindowOpen, values)
            : Fails("outside-window", DeclarationRules.WindowOpen, values);
    }

    // What an officer decided where the rules map nothing.
    private async Task<IEnumerable<SystemCheck>> ManualDecisionAsync(Declaration declaration, CancellationToken ct)
    {
        var decision = await db.ManualDecisions.AsNoTracking().SingleOrDefaultAsync(
            d => d.Person == declaration.Applicant && d.Year == declaration.Year && d.Channel == declaration.Channel
                && d.Series == declaration.Series && d.Level == declaration.Level,
            ct);
        var rule = ManualDecisionRules.NothingMapped;
        return decision switch
        {
            null => [],
            { IsEligible: true } => [Holds("decided-eligible", rule, decision.Number, decision.Reason!, decision.Basis!)],
            { IsEligible: false } => [Fails("decided-not-eligible", rule, decision.Number, decision.Reason!, decision.Basis!)],
            _ => [Warns("decision-open", rule, decision.Number)],
        };
    }

    private async Task<IEnumerable<SystemCheck>> EmployerPublicityAsync(Declaration declaration, CancellationToken ct)
    {
        var notice = await db.PublicityNotices.AsNoTracking()
            .Where(n => n.Declaration == declaration.Id && n.Kind == PublicityKind.Employer)
            .OrderByDescending(n => n.PostedAt).FirstOrDefaultAsync(ct);
        if (notice is null)
        {
            return [];
        }

        string[] values = [Day(notice.Days[0]), Day(notice.LastDay), Number(notice.WorkingDays)];
        return notice.Status == PublicityStatus.Ended
            ? [Holds("employer-publicity", DeclarationRules.EmployerPublicityFirst, values)]
            : [Warns(notice.Status == PublicityStatus.Running ? "employer-publicity-runs" : "employer-publicity-down",
                DeclarationRules.EmployerPublicityFirst, values)];
    }

    // The same bytes in somebody else's dossier: shared work, or borrowed work. A person has to look.
    private async Task<IEnumerable<SystemCheck>> FilesSeenElsewhereAsync(Declaration declaration, CancellationToken ct)
    {
        var own = declaration.Evidence.Where(e => e.DetachedAt is null).ToList();
        var hashes = own.Select(e => e.Sha256).Distinct().ToList();
        var seen = await db.Evidence
            .Where(e => hashes.Contains(e.Sha256) && e.Declaration != declaration.Id && e.DetachedAt == null
                && db.Declarations.Any(d => d.Id == e.Declaration && d.Applicant != declaration.Applicant))
            .Select(e => e.Sha256).Distinct().ToListAsync(ct);
        return seen.Count == 0 && own.Count > 0
            ? [new SystemCheck(CheckOutcome.Holds, "files-own", [Number(own.Count)])]
            : own.Where(e => seen.Contains(e.Sha256)).DistinctBy(e => e.Sha256)
                .Select(e => new SystemCheck(CheckOutcome.Warns, "file-elsewhere", [e.FileName]));
    }

    private static SystemCheck Of(SupplementNotice notice)
    {
        string[] values = [Number(notice.Items.Count), Day(notice.DueOn)];
        return notice.Status switch
        {
            SupplementStatus.Answered => Holds("supplement-answered", SupplementRules.EveryItemAnswered, values),
            SupplementStatus.Lapsed => Fails("supplement-lapsed", SupplementRules.InTime, values),
            _ => Warns("supplement-open", SupplementRules.InTime, values),
        };
    }

    private static SystemCheck Holds(string code, Rule rule, params string[] values) =>
        new(CheckOutcome.Holds, code, values, rule);

    private static SystemCheck Warns(string code, Rule rule, params string[] values) =>
        new(CheckOutcome.Warns, code, values, rule);

    private static SystemCheck Fails(string code, Rule rule, params string[] values) =>
        new(CheckOutcome.Fails, code, values, rule);

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
