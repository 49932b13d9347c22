using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.OpenApi;

/// <summary>
/// The whole road with one return for correction and one supplement, driven by strangers: every path, field and choice comes
/// from the document or from an answer it describes.
/// </summary>
internal sealed class StrangersRoad(Server server)
{
    private readonly Dictionary<string, Stranger> strangers = [];
    private string declaration = "";

    public async Task Walk()
    {
        await Declare();
        await ReturnAndCorrect();
        await PassEmployerAndOffices();
        await Supplement();
        await Accept();
        await ReadInGroup();
        await Vote();
        await PostAndConfirm();
        await Verify();
    }

    private async Task Declare()
    {
        var applicant = await As("applicant");
        var plan = (await applicant.Call("ListPlans")).Items.First(p => p["isOpen"].IsTrue);
        var started = await applicant.Call("StartDeclaration", body: new { plan = $"{plan["plan"]}" });
        declaration = $"{started["declaration"]}";
        await Fill();
        await Submit();
    }

    private async Task ReturnAndCorrect()
    {
        var task = await TaskOf("hr");
        var section = task["needs"]["sections"].Items[0]["key"].ToString();
        await Complete("hr", task, new { outcome = Outcome(task, "Return"), sections = new[] { new { section, reason = "电话有误" } } });
        await Fill();
        await Submit();
    }

    private async Task PassEmployerAndOffices()
    {
        await Choose("hr", "Pass");
        var posted = (await (await As("hr")).Call("ListEmployerPublicity", new { running = "true" }))["items"].Items
            .First(n => $"{n["declaration"]}" == declaration);
        await ClockTo(DateOnly.Parse($"{posted["window"]["nextActionDay"]}"));
        await Choose("hr", "Recommend");
        foreach (var office in new[] { "town", "district", "city" })
        {
            await Choose(office, "Pass");
        }
    }

    private async Task Supplement()
    {
        var task = await TaskOf("organiser");
        await Complete("organiser", task, new { outcome = Outcome(task, "Supplement"), items = new[] { "缺学历证书", "工作年限需说明" } });
        var applicant = await As("applicant");
        var items = (await applicant.Call("GetSupplement", new { id = declaration }))["items"].Items;
        await applicant.Call(
            "AttachSupplementEvidence", new { id = declaration }, new { number = $"{items[0]["number"]}", file = Papers.Pdf });
        await applicant.Call(
            "StateSupplementItem", new { id = declaration, number = $"{items[1]["number"]}" }, new { answer = "自 2008 年起从事本专业。" });
        await applicant.Call("CompleteSupplement", new { id = declaration });
    }

    private Task Accept() => Choose("organiser", "Accept");

    private async Task ReadInGroup()
    {
        var task = await TaskOf("office");
        var minimum = int.Parse($"{task["needs"]["minimumExperts"]}");
        var experts = task["needs"]["experts"].Items.Where(e => !e["sameEmployer"].IsTrue).Take(minimum).Select(e => $"{e["person"]}");
        await Complete("office", task, new { outcome = Outcome(task, "Assign"), experts = experts.ToArray() });

        // Who was chosen is told to the experts alone: each looks at the own inbox.
        foreach (var expert in Meeting.Members)
        {
            if (await FindTask(expert) is { } opinion)
            {
                var scores = opinion["needs"]["standard"]["items"].Items
                    .ToDictionary(i => $"{i["key"]}", i => int.Parse($"{i["cap"]}") - 2);
                await Complete(expert, opinion, new { outcome = Outcome(opinion, "Submit"), comment = "业绩突出。", scores });
            }
        }
    }

    private async Task Vote()
    {
        var office = await As("office");
        var committee = (await office.Call("ListCommittees"))["items"].Items[0];
        var today = $"{server.Today:yyyy-MM-dd}";
        var called = await office.Call(
            "CallMeeting", body: new { committee = $"{committee["committee"]}", heldOn = today, place = "301" });
        var id = $"{called["meeting"]}";
        var waiting = (await office.Call("ListAwaitingCases", new { id }))["items"].Items.Select(w => $"{w["declaration"]}");
        await office.Call("AddCases", new { id }, new { declarations = waiting.ToArray() });
        var seats = (await office.Call("GetMeeting", new { id }))["seats"].Items.Select(s => $"{s["person"]}");
        await office.Call("MarkPresence", new { id }, new { members = seats.ToArray(), present = true });
        await office.Call("OpenMeeting", new { id });
        var directorCode = $"{(await (await As("director")).Call("DrawDirectorCode", new { id }))["code"]}";
        var supervisorCode = $"{(await (await As("supervisor")).Call("DrawSupervisorCode", new { id }))["code"]}";
        var caseId = $"{(await office.Call("GetMeeting", new { id }))["cases"].Items[0]["id"]}";
        await office.Call("OpenVoting", new { id, caseId });
        foreach (var member in Meeting.Members)
        {
            var device = await As(member);
            var open = await device.Call("GetBallot");
            await device.Call(
                "CastBallot", new { id = $"{open["meeting"]}", caseId = $"{open["case"]["id"]}" }, new { choice = "Yes" });
        }

        await office.Call("CloseVoting", new { id, caseId }, new { directorCode, supervisorCode });
        await office.Call("CloseMeeting", new { id });
        var signature = await TaskOf("director");
        await (await As("director")).Call(
            "SignResults", new { id = $"{signature["needs"]["meeting"]}" }, new { password = Server.Password });
    }

    private async Task PostAndConfirm()
    {
        await Choose("organiser", "Post");
        var notice = (await Stranger.Arrive(server.Anybody)).Call("ListPublicity");
        await ClockTo(DateOnly.Parse($"{(await notice)["items"].Items[0]["window"]["nextActionDay"]}"));
        var task = await TaskOf("city");
        await Complete(
            "city", task, new { outcome = Outcome(task, "Confirm"), documentNumber = $"{task["needs"]["documentNumber"]}" });
    }

    private async Task Verify()
    {
        var certificate = (await (await As("applicant")).Call("ListCertificates"))["items"].Items[0]["certificate"];
        var anybody = await Stranger.Arrive(server.Anybody);

        var found = await anybody.Call("VerifyCertificate", new { number = $"{certificate["number"]}" });

        Assert.Equal("Found", $"{found["verdict"]}");
        Assert.Equal("Valid", $"{found["certificate"]["status"]}");
        Assert.True(found["certificate"]["idNumber"].IsNull);
    }

    // Fills whatever may be edited as the form describes it.
    private async Task Fill()
    {
        var applicant = await As("applicant");
        var form = await applicant.Call("GetForm", new { id = declaration });
        foreach (var section in form["sections"].Items.Where(s => s["mayEdit"].IsTrue))
        {
            var fields = section["fields"].Items.Select(f => f["definition"]).Where(d => d["required"].IsTrue).ToList();
            await applicant.Call(
                "SaveSection",
                new { id = declaration, section = $"{section["key"]}" },
                new { values = fields.ToDictionary(d => $"{d["key"]}", Value) });
            foreach (var field in fields.Where(d => d["evidence"].IsTrue))
            {
                await applicant.Call(
                    "AttachEvidence", new { id = declaration }, new { fact = $"{section["key"]}/{field["key"]}", file = Papers.Pdf });
            }
        }
    }

    private static string Value(Reply definition) => $"{definition["kind"]}" switch
    {
        "Date" => "2010-07-01",
        "Number" => "12",
        "Choice" => $"{definition["options"].Items[0]["value"]}",
        _ => definition["pattern"].IsNull ? "高温阀门测试台" : "13800138000",
    };

    private async Task Submit()
    {
        var applicant = await As("applicant");
        var form = await applicant.Call("GetForm", new { id = declaration });
        await applicant.Call("SubmitDeclaration", new { id = declaration }, new { signedName = $"{form["applicant"]}" });
    }

    private async Task Choose(string userName, string outcome)
    {
        var task = await TaskOf(userName);
        await Complete(userName, task, new { outcome = Outcome(task, outcome) });
    }

    private async Task Complete(string userName, Reply task, object answer) =>
        await (await As(userName)).Call("CompleteWorkItem", new { id = $"{task["workItem"]}" }, answer);

    private static string Outcome(Reply task, string name) => task["outcomes"].Items.Select(o => $"{o["name"]}").Single(o => o == name);

    private async Task<Reply> TaskOf(string userName) =>
        await FindTask(userName) ?? throw new KeyNotFoundException($"{userName} has nothing to do.");

    private async Task<Reply?> FindTask(string userName)
    {
        var person = await As(userName);
        foreach (var view in new[] { "Mine", "Available" })
        {
            var row = (await person.Call("ListWorkItems", new { view }))["items"].Items
                .FirstOrDefault(t => $"{t["declaration"]}" == declaration);
            if (row is not null)
            {
                return await person.Call("GetWorkItem", new { id = $"{row["workItem"]}" });
            }
        }

        return null;
    }

    private async Task ClockTo(DateOnly day) =>
        await (await As("admin")).Call("AdvanceClock", body: new { to = $"{day:yyyy-MM-dd}T09:00:00+08:00" });

    private async Task<Stranger> As(string userName)
    {
        if (!strangers.TryGetValue(userName, out var stranger))
        {
            stranger = await Stranger.SignedIn(server.Anybody, userName, Server.Password);
            strangers[userName] = stranger;
        }

        return stranger;
    }
}
