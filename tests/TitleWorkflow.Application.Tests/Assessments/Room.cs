using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Assessments;

/// <summary>A meeting of the demonstration's committee, run through the real slices.</summary>
internal sealed class Room : IAsyncDisposable
{
    public const string Password = "right";

    private Room(Product product) => Product = product;

    public Product Product { get; }

    public MeetingId Meeting { get; private set; }

    /// <summary>The cases on the agenda, in its order.</summary>
    public IReadOnlyList<MeetingCaseId> Cases { get; private set; } = [];

    public string DirectorCode { get; private set; } = "";

    public string SupervisorCode { get; private set; } = "";

    /// <summary>Everybody who votes: director, deputy and eleven members.</summary>
    public static IReadOnlyList<string> Members { get; } =
        ["director", "deputy", .. Enumerable.Range(1, 11).Select(i => $"expert{i}")];

    /// <summary>A meeting that is called, with so many declarations waiting for it and on its agenda.</summary>
    public static async Task<Room> CalledAsync(DatabaseProvider database, int cases)
    {
        var room = new Room(await Product.WithCityAsync(database, adapt: s => s.AddSingleton<IPasswordCheck, OnePassword>()));
        var waiting = await room.WaitingAsync(cases);
        room.Meeting = (await room.Product.SendAs(
            "office", new CallMeeting.Command(DemoOrganisations.Id("committee"), Product.FirstDay, "三楼会议室"))).Meeting;
        if (waiting.Count > 0)
        {
            await room.Product.SendAs("office", new AddCases.Command(room.Meeting, waiting));
            room.Cases = await room.Product.ReadAsync(
                db => db.MeetingCases.OrderBy(c => c.Position).Select(c => c.Id).ToListAsync());
        }

        return room;
    }

    /// <summary>A meeting with all thirteen present, open, both codes drawn.</summary>
    public static async Task<Room> OpenAsync(DatabaseProvider database, int cases = 1)
    {
        var room = await CalledAsync(database, cases);
        await room.Product.SendAs(
            "office", new MarkPresence.Command(room.Meeting, [.. Members.Select(DemoPeople.Id)], Present: true));
        await room.Product.SendAs("office", new OpenMeeting.Command(room.Meeting));
        room.DirectorCode = (await room.Product.SendAs("director", new DrawDirectorCode.Command(room.Meeting))).Code;
        room.SupervisorCode = (await room.Product.SendAs("supervisor", new DrawSupervisorCode.Command(room.Meeting))).Code;
        return room;
    }

    public Task OpenVotingAsync(int index = 0) => Product.SendAs("office", new OpenVoting.Command(Meeting, Cases[index]));

    public Task<CastBallot.Result> CastAsync(string member, BallotChoice choice, int index = 0) =>
        Product.SendAs(member, new CastBallot.Command(Meeting, Cases[index], choice));

    public Task CloseVotingAsync(int index = 0) =>
        Product.SendAs("office", new CloseVoting.Command(Meeting, Cases[index], DirectorCode, SupervisorCode));

    public Task<MeetingCase> CaseAsync(int index = 0) =>
        Product.ReadAsync(db => db.MeetingCases.AsNoTracking().SingleAsync(c => c.Id == Cases[index]));

    public ValueTask DisposeAsync() => Product.DisposeAsync();

    // Straight to the door of the meeting: the road before it is tested elsewhere.
    private async Task<IReadOnlyList<DeclarationId>> WaitingAsync(int count)
    {
        var plan = await Product.ReadAsync(db => db.Plans.SingleAsync(p => p.Id == DemoCity.Plan));
        var employer = await Product.ReadAsync(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Id == DemoOrganisations.Id("yuanxiu")));
        var now = Product.Clock.GetUtcNow();
        var waiting = Enumerable.Range(1, count).Select(i =>
        {
            var person = new Person(PersonId.New(), $"申报人{i}", $"99040019880312{i:D4}", DemoOrganisations.Id("yuanxiu"));
            var declaration = Declaration.Start($"QT-2022-{i:D4}", person, employer, plan, Product.FirstDay, now);
            declaration.ClearEmployerPublicity(Product.FirstDay, now);
            declaration.Accept(Actor.Clock, now);
            declaration.CompleteGroupReview(3, Actor.Clock, now);
            declaration.Enter(DeclarationStatus.AwaitingMeeting, Stage.Assessment, plan.Committee, null, now);
            return (person, declaration);
        }).ToList();
        await Product.StoreAsync([.. waiting.Select(w => w.person), .. waiting.Select(w => w.declaration)]);
        return [.. waiting.Select(w => w.declaration.Id)];
    }

    private sealed class OnePassword : IPasswordCheck
    {
        public Task<bool> IsRightAsync(PersonId person, string password) => Task.FromResult(password == Password);
    }
}
