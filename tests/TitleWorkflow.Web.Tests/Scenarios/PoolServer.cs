using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence.Accounts;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>A city that takes in enterprise experts in July 2022 and draws a committee in December.</summary>
public class PoolServer : Server
{
    private const string Mechanical = "机械";
    private const string Other = "电气";
    private static readonly OrganisationId Unit = DemoOrganisations.Id("unit");
    private List<PersonId> enterprise = [];

    protected override DateOnly Start => new(2022, 7, 4);

    internal Task ClockAt(DateOnly date, int hour, bool atOnce) => atOnce ? ClockAt(date.StartsAt(hour)) : ClockAt(date, hour);

    /// <summary>Part A: 104 nominated, 11 screened out, 2 objections upheld, 5 decline: 86 appointed.</summary>
    internal async Task Intake()
    {
        await Read(db => db.Experts.ExecuteDeleteAsync());
        var (hr, office, unit) = (await As("hr"), await As("office"), await As("organiser"));
        (await hr.Post("/experts/nominations", Nominations(104, tooLow: true))).Done();
        Assert.Equal(104, (await hr.Post("/experts/nominations", Nominations(104))).Done().Number("nominated"));
        var all = await Pool(office, "Nominated");

        // Those of the other specialty come first and all of them pass.
        (await office.Post("/experts/screen", new
        {
            decisions = all.Select((e, i) => new { expert = e, fit = i < 93, reason = i < 93 ? null : "职称证书与申报不符" }),
        })).Done();
        await ClockAt(new DateOnly(2022, 7, 11));
        Assert.Equal("2022-07-18", (await office.Post("/experts/post")).Done().Text("lastDay"));
        Assert.Equal(93, (await Anybody.Get("/experts/candidates")).Done().Items("items").Count);
        await Object(all[90], upheld: true);
        await Object(all[91], upheld: true);
        await Object(all[92], upheld: false);
        (await office.Post("/experts/consents", new
        {
            document = "本人意愿书 2022-07",
            answers = all.Take(90).Append(all[92]).Select((e, i) => new { expert = e, consents = i is < 85 or 90 }),
        })).Done();
        await ClockAt(new DateOnly(2022, 7, 18));
        Assert.Equal(0, (await unit.Post("/experts/appoint")).Done().Number("appointed"));
        await ClockAt(new DateOnly(2022, 7, 19));
        var appointed = (await unit.Post("/experts/appoint")).Done();

        Assert.Equal((86, "2025-07-18"), (appointed.Number("appointed"), appointed.Text("termTo")));
        Assert.Equal(86, (await office.Get("/experts")).Done().Number("servingFromEnterprises"));
        enterprise = [.. all.Take(85).Append(all[92]).Select(e => new PersonId(Guid.Parse(e)))];
    }

    /// <summary>Part B: 154 others join, and what the archive knows of all 240 is as the scenario counts it.</summary>
    internal async Task FillPool()
    {
        await (await Road.Start(this, "applicant")).FillAndSubmit();
        var (office, unit) = (await As("office"), await As("organiser"));
        var mechanical = enterprise.Skip(52).ToList();
        var others = Enumerable.Range(1, 154).Select(i => new Person(PersonId.New(), $"其他专家{i:000}", $"9904010000000{i:0000}X")).ToList();
        var works = Enumerable.Range(0, 40).Select(i => new Organisation(
            OrganisationId.New(), OrganisationKind.Enterprise, $"青檀第{i}厂有限公司", DemoOrganisations.Id("songxi"))).ToList();
        await Store([.. works, .. others, .. others.SelectMany((p, i) => new object[] { Member(p, i), Grant(p) })]);
        await Employ([.. others.Skip(96).Select(p => p.Id)], i => works[10 + (i / 2)].Id);
        await Employ([.. mechanical.Skip(10)], i => works[i / 3].Id);

        // Two resigned and three terms are over; one is suspended.
        await Decide(unit, mechanical[0], "Remove");
        await Decide(unit, mechanical[1], "Remove");
        await Decide(unit, others[99].Id, "Suspend");

        // Eight still work with the applicant, one did until last year, by another form of the name; two others work there too.
        await Change(mechanical[10], e => e.NotePastEmployer(new(null, " 远岫自动化（股份）有限公司 ", new DateOnly(2021, 6, 30))));
        await Employ([others[100].Id, others[101].Id], _ => DemoOrganisations.Id("yuanxiu"));
        await Relate(office, mechanical[11], "Kin");
        await Relate(office, others[102].Id, "SupervisorStudent");
        await Relate(office, others[103].Id, "CoProject", until: "2020-01-15");
        await Relate(office, others[110].Id, "CoProject", until: "2019-01-15");
        foreach (var (expert, i) in mechanical.Skip(12).Take(2).Concat(others.Skip(104).Take(4).Select(p => p.Id)).Select((e, i) => (e, i)))
        {
            await Change(expert, e => Served(e, i < 3 ? [2019, 2020, 2021] : [.. Enumerable.Repeat(2022, 6)]));
        }
    }

    /// <summary>Accounts of the drawn, members first, each made on the spot.</summary>
    internal async Task<IReadOnlyList<string>> DrawnExperts(string draw)
    {
        var seats = await Read(db => db.DrawSeats.Where(s => s.Draw == Id(draw)).OrderBy(s => s.Order).ToListAsync());
        var hash = Services.GetRequiredService<IServiceScopeFactory>().CreateScope().ServiceProvider
            .GetRequiredService<IPasswordHasher<Account>>().HashPassword(new Account(), Password);
        await Store([.. seats.Select(s => new Account
        {
            Id = Guid.NewGuid(), Person = s.Expert, UserName = $"drawn{s.Order}", NormalizedUserName = $"DRAWN{s.Order}",
            PasswordHash = hash, SecurityStamp = Guid.NewGuid().ToString("N"),
        })]);
        return [.. seats.Select(s => $"drawn{s.Order}")];
    }

    /// <summary>Everybody the latest draw could take.</summary>
    internal Task<List<PersonId>> Eligible() => Read(async db =>
        (await db.ExpertDraws.OrderByDescending(d => d.Round).FirstAsync()).Candidates.ConvertAll(c => c.Expert));

    internal Task<List<string>> NamesOfDrawn(string draw) => Read(db => db.DrawSeats.Where(s => s.Draw == Id(draw))
        .Join(db.People, s => s.Expert, p => p.Id, (_, p) => p.Name).ToListAsync());

    internal Task<List<Guid>> MembersOf(string draw) => Read(db => db.DrawSeats
        .Where(s => s.Draw == Id(draw) && s.Status == DrawSeatStatus.Confirmed).OrderBy(s => s.Order)
        .Select(s => s.Expert.Value).ToListAsync());

    internal async Task<int> EnterpriseMembers(string draw)
    {
        var members = (await MembersOf(draw)).ConvertAll(m => new PersonId(m));
        return await Read(db => db.Experts.CountAsync(e => e.FromEnterprise && members.Contains(e.Person)));
    }

    internal async Task<int> MostOfOneEmployer(string draw)
    {
        var members = (await MembersOf(draw)).ConvertAll(m => new PersonId(m));
        return (await Read(db => db.People.Where(p => members.Contains(p.Id)).Select(p => p.Employer).ToListAsync()))
            .GroupBy(e => e).Max(e => e.Count());
    }

    private static ExpertDrawId Id(string draw) => new(Guid.Parse(draw));

    private static object Nominations(int count, bool tooLow = false) => new
    {
        unit = Unit.Value,
        nominees = Enumerable.Range(1, count).Select(i => new
        {
            name = $"企业专家{i:000}",
            idNumber = $"9904020000000{i:0000}X",
            series = "Engineering",
            specialty = i <= 52 ? Other : Mechanical,
            level = tooLow && i == 7 ? "Intermediate" : "DeputySenior",
            keywords = new[] { "智能制造" },
        }),
    };

    private static Expert Member(Person person, int i) => new(
        person.Id, Unit, TitleSeries.Engineering, i < 60 ? Other : Mechanical,
        i is >= 60 and < 96 ? TitleLevel.Intermediate : TitleLevel.FullSenior, false,
        new DateOnly(2021, 1, 1), i is >= 96 and < 99 ? new DateOnly(2022, 11, 30) : new DateOnly(2023, 12, 31));

    private static Grant Grant(Person person) => new(person.Id, Role.Expert, Unit, new DateOnly(2021, 1, 1));

    private static void Served(Expert expert, int[] years) => Array.ForEach(years, expert.CountMeeting);

    private static async Task<List<string>> Pool(Visitor office, string state)
    {
        var all = await office.All($"/experts?state={state}");
        return [.. all.OrderBy(e => e.Text("name"), StringComparer.Ordinal).Select(e => e.Text("expert"))];
    }

    private async Task Object(string candidate, bool upheld)
    {
        (await (await As("office")).Post($"/experts/{candidate}/objections", new { text = "论文署名存疑" })).Done();
        (await (await As("organiser")).Post(
            $"/experts/{candidate}/objections/1/decide", new { upheld, finding = upheld ? "属实" : "经核查不实" })).Done();
    }

    private static async Task Decide(Visitor unit, PersonId expert, string decision) =>
        (await unit.Post($"/experts/{expert}/decide", new { decision, reason = "本人工作变动" })).Done();

    private static async Task Relate(Visitor office, PersonId expert, string kind, string? until = null) =>
        (await office.Post($"/experts/{expert}/relations", new { kind, otherName = "方知遥", until })).Done();

    private Task<bool> Employ(List<PersonId> people, Func<int, OrganisationId> employer) => Read(async db =>
    {
        foreach (var group in people.Select((person, i) => (person, At: employer(i))).GroupBy(p => p.At, p => p.person))
        {
            var staff = group.ToList();
            await db.People.Where(p => staff.Contains(p.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.Employer, (OrganisationId?)group.Key));
        }

        return true;
    });

    private Task<int> Change(PersonId person, Action<Expert> change) => Read(async db =>
    {
        change(await db.Experts.SingleAsync(e => e.Person == person));
        return await db.SaveChangesAsync();
    });
}
