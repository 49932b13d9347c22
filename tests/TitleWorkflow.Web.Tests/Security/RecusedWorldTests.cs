using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Security;

/// <summary>
/// Two worlds that differ in one case, from which a member has recused himself: whatever he opens in the one, he opens in the other,
/// while the case is voted on, decided and signed. What everybody may read is the same for him as for everybody and left out.
/// </summary>
public sealed partial class RecusedWorldTests
{
    private const string Member = "expert9";

    [Fact]
    public Task A_recused_member_cannot_tell_his_world_from_one_without_the_case() => Compare(DatabaseProvider.Sqlite);

    [SkippableFact]
    public Task A_recused_member_cannot_tell_his_world_from_one_without_the_case_on_PostgreSQL()
    {
        TestDatabase.RequirePostgres();
        return Compare(DatabaseProvider.Postgres);
    }

    private static async Task Compare(DatabaseProvider database)
    {
        var (with, without) = (new World(database, hasCase: true), new World(database, hasCase: false));
        await Task.WhenAll(with.InitializeAsync(), without.InitializeAsync());
        var (days, same) = (await Days(with), await Days(without));
        foreach (var (day, told) in days)
        {
            Assert.True(told.Count > 20, $"Only {told.Count} pages and lists were looked at.");
            Assert.Equal(same[day].Keys, told.Keys);
            var unlike = told.SelectMany(page => Unlike(same[day][page.Key], page.Value).Select(line => $"{day}, {page.Key}: {line}"));
            Assert.True(!unlike.Any(), string.Join('\n', unlike));
        }

        // Whoever has not recused himself tells them apart.
        Assert.NotEqual(await without.MeetingAsSeenBy("expert8"), await with.MeetingAsSeenBy("expert8"));
        await Task.WhenAll(with.DisposeAsync(), without.DisposeAsync());
    }

    private static IEnumerable<string> Unlike(string without, string with)
    {
        var (ours, theirs) = (with.Split('\n'), without.Split('\n'));
        return ours.Zip(theirs).Where(line => line.First != line.Second).Select(line => $"{line.First.Trim()} instead of {line.Second.Trim()}").Take(3)
            .Concat(ours.Length == theirs.Length ? [] : [$"{ours.Length} lines instead of {theirs.Length}"]);
    }

    // What he opens at each moment, by moment and address.
    private static async Task<Dictionary<string, SortedDictionary<string, string>>> Days(World world)
    {
        var days = new Dictionary<string, SortedDictionary<string, string>>();
        await world.Recuse();
        days["recused"] = await world.Look();
        await world.Open();
        await world.BeginVoteOnCase();
        days["under vote"] = await world.Look();
        await world.Vote();
        days["decided"] = await world.Look();
        await world.Sign();
        days["signed"] = await world.Look();
        return days;
    }

    private sealed partial class World(DatabaseProvider database, bool hasCase) : Server
    {
        private Road? own;
        private Road? @case;
        private Meeting? meeting;
        private PageVisitor? browser;

        protected override int MoreApplicants => 2;

        private protected override DatabaseProvider Provider => database;

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            own = await Road.AtEmployerPublicity(this, "applicant-0001");
            @case = hasCase ? await Road.AtEmployerPublicity(this, "applicant-0002") : null;
            await own.EmployerPublicityEnds();
            foreach (var road in new[] { own, @case }.OfType<Road>())
            {
                await road.GoesUp();
                await road.GoesToMeeting();
            }

            browser = await PageVisitor.SignedIn(Browser(), Member, Password);
        }

        public async Task Recuse()
        {
            meeting = await Meeting.Call(this, [.. new[] { own, @case }.OfType<Road>()]);
            if (@case is not null)
            {
                (await meeting.Recuse(@case, Member)).Done();
            }
        }

        public async Task Open()
        {
            await meeting!.SignIn(Meeting.Members);
            (await meeting.Open()).Done();
            await meeting.DrawCodes();
        }

        public async Task BeginVoteOnCase()
        {
            if (@case is not null)
            {
                (await meeting!.OpenVoting(@case)).Done();
                await meeting.CastAll(@case, yes: 9, no: 2, abstain: 0);
            }
        }

        public async Task Vote()
        {
            if (@case is not null)
            {
                (await meeting!.CloseVoting(@case)).Done();
            }

            await meeting!.Vote(own!, yes: 10, no: 2, abstain: 1);
        }

        public async Task Sign()
        {
            (await meeting!.Close()).Done();
            (await meeting.Sign("director")).Done();
        }

        public async Task<int> MeetingAsSeenBy(string member) => (await meeting!.SeenBy(member)).Items("cases").Count;

        // Every list he may open, whichever they are, and the items they lead to.
        public async Task<SortedDictionary<string, string>> Look()
        {
            var addresses = MatrixRow.All
                .Where(r => r.Method == "GET" && r.Answers[Role.Expert] == 200 && r.Nobody != "200" && !r.Address.Contains('{', StringComparison.Ordinal))
                .Select(r => r.Address)
                .Concat([
                    $"/meetings/{meeting!.Id}", $"/api/v1/meetings/{meeting.Id}", "/api/v1/declarations?search=QT-", "/declarations?q=QT-",
                    "/api/v1/work-items?view=Done", "/inbox?view=done", $"/declarations/{own!.Declaration}",
                ]);
            var told = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var address in addresses.Distinct())
            {
                told.Add(address.Replace(meeting.Id, "{meeting}", StringComparison.Ordinal).Replace(own.Declaration, "{own}", StringComparison.Ordinal),
                    Plain(await Told(address)));
            }

            return told;
        }

        private async Task<string> Told(string address)
        {
            if (address.StartsWith("/api/", StringComparison.Ordinal) || address.StartsWith("/elsa/", StringComparison.Ordinal))
            {
                var answer = await (await As(Member)).Get(address.Replace("/api/v1", "", StringComparison.Ordinal));
                return $"{answer.Status} {answer.Text}";
            }

            using var page = await browser!.Get(address);
            return $"{(page.StatusCode == HttpStatusCode.NotFound ? "404" : "")}{await page.Content.ReadAsStringAsync()}";
        }

        // What chance or the order of things gives a world is no news: ids by their place on the page, tokens and receipts not at all.
        private static string Plain(string text)
        {
            var ids = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            var named = Id().Replace(text, id => (ids.TryGetValue(id.Value, out var place) ? place : ids[id.Value] = ids.Count).ToString("D3", CultureInfo.InvariantCulture));
            return Chance().Replace(named, "…");
        }

        [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
        private static partial Regex Id();

        [GeneratedRegex(@"[A-Za-z0-9_\-+/=]{30,}|\b([2-9A-HJ-NP-Z]{4}-?){3}\b|\bz[0-9a-f]{12}\b|\b[0-9A-F]{4}-[0-9A-F]{2}\b")]
        private static partial Regex Chance();
    }
}
