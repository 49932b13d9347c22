using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Channels.Roads;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Accounts;

namespace TitleWorkflow.Application.Seed;

/// <summary>
/// Fills an empty database with the fictitious city 青檀市: offices, people, committee, plan, all in force around
/// <c>start</c>. Seeding again changes nothing.
/// </summary>
public sealed class DemoCity(TitleDb db, IPasswordHasher<Account> hasher)
{
    /// <summary>Name of the demonstration's plan for deputy senior engineers.</summary>
    public static readonly PlanId Plan = new(SeedId.Of("plan/deputy-senior"));

    private const string Specialty = "机械";

    /// <summary>Creates what is missing.</summary>
    /// <param name="start">First day of the demonstration.</param>
    /// <param name="password">The one password of all demonstration accounts.</param>
    /// <param name="moreApplicants">Further applicants at the first employer, <c>applicant-0001</c> on, for load tests.</param>
    /// <param name="ct">Cancels.</param>
    public async Task CreateAsync(DateOnly start, string password, int moreApplicants, CancellationToken ct)
    {
        var standing = await db.Organisations.Select(o => o.Id).ToHashSetAsync(ct);
        AddOrganisations(standing);
        if (!standing.Contains(DemoOrganisations.Id("qingtan")))
        {
            AddCommittee(start);
            AddPlans(start);
            AddNominations(start);
            db.AddRange(DemoPilot.Create(start, db.EnterpriseHonors.Local));
            db.AddRange(DemoQuestionnaire.Create(start));
        }

        var known = await db.Users.Select(u => u.UserName!).ToHashSetAsync(ct);
        var missing = DemoPeople.All.Concat(Enumerable.Range(1, moreApplicants).Select(Applicant))
            .Where(p => !known.Contains(p.UserName)).ToList();
        if (missing.Count > 0)
        {
            // One password, one hash: the demonstration hides nothing, and hundreds of accounts are there at once.
            var hash = hasher.HashPassword(new Account(), password);
            missing.ForEach(person => AddPerson(person, start, hash));
        }

        await db.SaveChangesAsync(ct);
    }

    private static DemoPerson Applicant(int number) =>
        new($"applicant-{number:D4}", $"申报人{number:D4}", "yuanxiu", (Role.Applicant, "yuanxiu"));

    private void AddOrganisations(HashSet<OrganisationId> standing)
    {
        var missing = DemoOrganisations.All.Where(o => !standing.Contains(DemoOrganisations.Id(o.Key)));
        foreach (var (key, kind, name, english, parent) in missing)
        {
            var organisation = new Organisation(
                DemoOrganisations.Id(key), kind, name, parent is null ? null : DemoOrganisations.Id(parent), english);
            if (kind == OrganisationKind.City)
            {
                organisation.AssignRegion("990400");
            }

            organisation.PublishPhone("0990-5550" + (100 + (db.Organisations.Local.Count % 900)));
            db.Organisations.Add(organisation);
        }
    }

    private void AddPerson(DemoPerson demo, DateOnly start, string hash)
    {
        var id = DemoPeople.Id(demo.UserName);
        var digits = Math.Abs(BitConverter.ToInt64(id.Value.ToByteArray())) % 100_000_000_000L;
        db.People.Add(new Person(
            id, demo.Name, $"990400{digits:D11}X", DemoOrganisations.Id(demo.Employer), $"{demo.UserName}@qingtan.example"));
        foreach (var (role, organisation) in demo.Grants)
        {
            db.Grants.Add(new Grant(id, role, DemoOrganisations.Id(organisation), start.AddYears(-1)));
        }

        db.Users.Add(new Account
        {
            Id = SeedId.Of("account/" + demo.UserName),
            Person = id,
            UserName = demo.UserName,
            NormalizedUserName = demo.UserName.ToUpperInvariant(),
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        });
    }

    // N = 13: the director, a deputy and eleven experts count and vote; two more are alternates.
    private void AddCommittee(DateOnly start)
    {
        var committee = new ReviewCommittee(
            DemoOrganisations.Id("committee"),
            DemoOrganisations.Id("unit"),
            TitleSeries.Engineering,
            Specialty,
            TitleLevel.DeputySenior,
            new CommitteeAuthorization($"青人社职〔{start.Year - 1}〕12 号", start.AddYears(-1), start.AddYears(2).AddDays(-1)));
        committee.Appoint(
        [
            new CommitteeSeat(DemoPeople.Id("director"), CommitteePosition.Director),
            new CommitteeSeat(DemoPeople.Id("deputy"), CommitteePosition.Deputy),
            .. Enumerable.Range(1, 13).Select(i => new CommitteeSeat(
                DemoPeople.Id($"expert{i}"), i <= 11 ? CommitteePosition.Member : CommitteePosition.Alternate)),
        ]);
        db.Committees.Add(committee);
        foreach (var seat in committee.Seats)
        {
            var fromEnterprise = seat.Position is CommitteePosition.Member or CommitteePosition.Alternate;
            db.Experts.Add(new Expert(
                seat.Person, committee.OrganisingUnit, TitleSeries.Engineering, Specialty, TitleLevel.FullSenior, fromEnterprise,
                start.AddYears(-1), start.AddYears(2).AddDays(-1)));
        }
    }

    private void AddNominations(DateOnly start)
    {
        db.Committees.Add(DemoNomination.FullSeniorCommittee(db.Committees.Local.Single()));
        db.Plans.AddRange(DemoNomination.Plans(start.Year, start.AddMonths(-1), start.AddMonths(6), Specialty));
        db.EnterpriseHonors.AddRange(DemoNomination.Honors(start));
    }

    private void AddPlans(DateOnly start)
    {
        var ordinary = ChannelRoad.Of(Channel.Standard);
        db.Plans.Add(new AnnualPlan(
            Plan,
            $"{start.Year} 年度工程系列机械专业高级工程师评审",
            $"{start.Year} review, deputy senior engineers, mechanical engineering",
            start.Year,
            DemoOrganisations.Id("committee"),
            TitleSeries.Engineering,
            Specialty,
            TitleLevel.DeputySenior,
            Channel.Standard,
            start.AddMonths(-1),
            start.AddMonths(6),
            LoadRuleSets.Id("shandong", Channel.Standard),
            ordinary.Flow,
            ordinary.Form,
            ordinary.Standard));
        var skill = ChannelRoad.Of(Channel.SkillCrossover);
        db.Plans.Add(new AnnualPlan(
            new PlanId(SeedId.Of("plan/skill-crossover")),
            $"{start.Year} 年度高技能人才贯通评审：高级工程师",
            $"{start.Year} crossover of skilled workers, deputy senior engineers",
            start.Year,
            DemoOrganisations.Id("committee"),
            TitleSeries.Engineering,
            Specialty,
            TitleLevel.DeputySenior,
            Channel.SkillCrossover,
            start.AddMonths(-1),
            start.AddMonths(6),
            LoadRuleSets.Id("shandong", Channel.SkillCrossover),
            skill.Flow,
            skill.Form,
            skill.Standard)
        {
            NumberPrefix = skill.NumberPrefix,
        });
    }
}
