namespace TitleWorkflow.Web.Tests.Workflows.Paper;

/// <summary>
/// One dossier as a clerk would keep it on paper: what has happened to it, and what the regulation says to that. It knows neither
/// our checks of flows nor, but for what it is told by a <see cref="DomainCase"/> beside it, our domain, and forbids nothing; it
/// writes down what should not have happened.
/// </summary>
/// <param name="chance">What people do.</param>
/// <param name="clock">The time.</param>
/// <param name="domain">The same dossier in the product's domain, which then decides; null to do without.</param>
internal sealed class PaperCase(Random chance, PaperClock clock, DomainCase? domain = null)
{
    public const int Members = 13;
    private static readonly string[] Above = ["Town", "District", "City", "Province", "OrganisingUnit", "Committee"];
    private static readonly string[] Deciding = ["employer-check", "recommendation", "vetting", "eligibility", "group-assignment", "confirmation"];
    private static readonly string[] Blind = ["Auditor", "ProcessDesigner", "Administrator"];

    private readonly List<string> broken = [];
    private bool submitted;
    private bool ended;
    private bool accepted;
    private bool lapsed;
    private int experts;
    private int opinions;
    private (bool Passed, int Present, IReadOnlyList<int> Voters, IReadOnlyList<int> Recused)? ballot;
    private DateTimeOffset? votedAt;
    private DateTimeOffset? signedAt;
    private bool confirmed;
    private (DateOnly Posted, DateOnly Over)? atEmployer;
    private (DateOnly Posted, DateOnly Over)? result;

    /// <summary>What happened against the regulation.</summary>
    public IReadOnlyList<string> Broken =>
        domain is null ? broken
        : Certified && !domain.IsCertified ? [.. broken, .. domain.Refusals, "a certificate that the domain has not issued"]
        : [.. broken, .. domain.Refusals];

    /// <summary>The same dossier in the product's domain; null if it is kept on paper only.</summary>
    public DomainCase? Domain => domain;

    /// <summary>Whether it came to a certificate.</summary>
    public bool Certified { get; private set; }

    public Random Chance => chance;

    public PaperClock Clock => clock;

    public int Experts => experts > 0 ? experts : throw new InvalidOperationException("Nobody was asked to read it.");

    public bool HasNotice { get; private set; }

    private bool IsPostedAtEmployer => atEmployer is { } notice && PaperClock.WorkingDaysBetween(notice.Posted, notice.Over) >= 5;

    /// <summary>A task comes up for somebody.</summary>
    public void Asked(string role, string scope, string form)
    {
        Require(!Blind.Contains(role), $"{role} was given a case");
        Require(scope != "Applicant" || !Deciding.Contains(form), $"the applicant was asked for {form} on their own case");
        if (Above.Contains(scope))
        {
            Require(IsPostedAtEmployer, $"it went up to {scope} before five working days of publicity at the employer");
            Require(submitted, $"it went up to {scope} without a signed commitment");
        }

        Require(!ended || !Deciding.Contains(form), $"{form} on a case that has ended");
    }

    /// <summary>Somebody answers one.</summary>
    /// <returns>False if the domain does not let them.</returns>
    public bool Answered(string role, string form, string outcome)
    {
        if (domain?.Answers(form, outcome) == false)
        {
            return false;
        }

        Write(role, form, outcome);
        return true;
    }

    private void Write(string role, string form, string outcome)
    {
        switch (form, outcome)
        {
            case ("declaration" or "correction", _):
                submitted = true;
                break;
            case ("employer-check" or "recommendation" or "vetting" or "eligibility", "Refuse"):
                ended = true;
                break;
            case ("employer-check" or "recommendation" or "vetting", "Return"):
                submitted = false;
                break;
            case ("eligibility", "Supplement"):
                HasNotice = true;
                break;
            case ("group-assignment", _):
                Require(accepted, "experts were assigned to a case that was not accepted");
                experts = chance.Next(3, 6);
                break;
            case ("confirmation", _):
                Require(role is "CityOfficer" or "ProvinceOfficer" or "OrganisingOfficer", $"{role} confirmed a result");
                RequireResult("it was confirmed");
                confirmed = true;
                break;
            default:
                break;
        }
    }

    public void Accept()
    {
        Require(!ended, "a case that has ended was accepted");
        Require(IsPostedAtEmployer && submitted, "it was accepted before publicity at the employer");
        accepted = true;
    }

    public void Supplied(bool inTime)
    {
        HasNotice = false;
        ended |= !inTime;
        lapsed = !inTime;
    }

    public void Reopened()
    {
        Require(lapsed, "a case that had not lapsed was reopened");
        ended = false;
        lapsed = false;
    }

    public void Opinions(int written)
    {
        Require(accepted && !ended, "experts read a case that was not accepted");
        Require(written >= 3, "fewer than three experts wrote an opinion");
        opinions = written;
    }

    /// <summary>The committee meets; whether a ballot could be held.</summary>
    public bool Vote(out bool passed)
    {
        var present = Enumerable.Range(0, Members).Where(_ => chance.Next(10) < 9).ToList();
        var recused = Enumerable.Range(0, Members).Where(_ => chance.Next(20) == 0).ToList();
        var voters = present.Except(recused).ToList();
        var goodwill = chance.Next(3, 9);
        var yes = voters.Where(_ => chance.Next(8) < goodwill).ToList();
        var isHeld = 3 * voters.Count >= 2 * Members;
        passed = isHeld && 3 * yes.Count >= 2 * voters.Count;
        if (domain is not null)
        {
            var decided = domain.Vote(present, recused, yes);
            Require(decided is null || isHeld, "the domain held a ballot without a quorum of those not recused");
            Require(decided is null || decided == passed, "the domain counted a ballot otherwise than by two thirds of those present");
            isHeld &= decided is not null;
        }

        if (!isHeld)
        {
            return false;
        }

        Require(accepted && !ended, "a ballot was held on a case that was not accepted");
        Require(opinions >= 3, "a ballot was held before three opinions");
        ballot = (passed, present.Count, voters, recused);
        votedAt = clock.GetUtcNow();
        signedAt = null;
        result = null;
        confirmed = false;
        return true;
    }

    public void Sign()
    {
        Require(ballot is not null, "a result was signed without a ballot");
        signedAt = clock.GetUtcNow();
    }

    public void Post(bool isEmployers)
    {
        Require(!ended, "a case that has ended was posted");
        Require(!isEmployers || submitted, "a dossier nobody had signed was posted");
        Require(isEmployers || ballot is { Passed: true }, "a result was posted that is no pass");
        Require(isEmployers || signedAt is not null, "a result was posted before it was signed");
    }

    public void PostingEnds(bool isEmployers, DateOnly posted, DateOnly lastDay)
    {
        Require(clock.Today > lastDay, "publicity ended before its last day was over");
        Require(PaperClock.WorkingDaysBetween(posted, lastDay) >= 5, "publicity ran for fewer than five working days");
        if (isEmployers)
        {
            atEmployer = (posted, lastDay);
        }
        else
        {
            result = (posted, lastDay);
        }
    }

    public void Told()
    {
        Require(signedAt is not null && ballot is { Passed: false }, "somebody was told a result that is none");
        ended = true;
    }

    public void SetAside()
    {
        Require(ended && ballot is { Passed: false } && !lapsed, "a result was set aside that nobody was told");
        ended = false;
        ballot = null;
        signedAt = null;
        experts = 0;
        opinions = 0;
    }

    public void Certify()
    {
        Require(!ended, "a case that has ended got a certificate");
        Require(submitted, "a certificate without a signed commitment");
        Require(IsPostedAtEmployer, "a certificate without publicity at the employer");
        Require(accepted && opinions >= 3, "a certificate without acceptance and opinions");
        RequireResult("a certificate was issued");
        Require(confirmed, "a certificate without confirmation");
        Certified = true;
        ended = true;
    }

    private void RequireResult(string what)
    {
        Require(
            ballot is { Passed: true } held && 3 * held.Present >= 2 * Members && 3 * held.Voters.Count >= 2 * Members
            && !held.Voters.Intersect(held.Recused).Any(),
            $"{what} without a pass by a quorum without those recused");
        Require(signedAt >= votedAt, $"{what} before the signature");
        Require(
            result is { } notice && PaperClock.WorkingDaysBetween(notice.Posted, notice.Over) >= 5 && clock.Today > notice.Over,
            $"{what} before five working days of result publicity");
    }

    private void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            broken.Add(otherwise);
        }
    }
}
