using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Filing;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>Reviews by a pilot's own power.</summary>
internal sealed partial class Road
{
    /// <summary>One of the pilot's staff, as far as the employer's publicity.</summary>
    public static async Task<Road> AtPilotPublicity(Server server, Guid plan, string applicant)
    {
        var started = await (await server.As(applicant)).Post("/declarations", new { plan });
        var road = new Road(server, applicant, started.Done().Text("declaration"))
        {
            Hr = "jinshi-hr",
            Unit = "jinshi-office",
            Office = "jinshi-office",
        };
        await road.FillAndSubmit();
        (await road.EmployerPasses()).Done();
        return road;
    }

    /// <summary>Several of the pilot's staff, as far as its meeting: no town, district or city vets on the way.</summary>
    public static async Task<IReadOnlyList<Road>> AwaitingPilotMeeting(Server server, Guid plan, IEnumerable<string> applicants)
    {
        var roads = await Task.WhenAll(applicants.Select(applicant => AtPilotPublicity(server, plan, applicant)));
        await roads[0].EmployerPublicityEnds();
        await Task.WhenAll(roads.Select(async road =>
        {
            (await road.EmployerRecommends()).Done();
            (await road.UnitAccepts()).Done();
            string[] readers = ["jinshi-expert1", "jinshi-expert2", "jinshi-expert3"];
            (await road.OfficeAssigns(readers)).Done();
            foreach (var expert in readers)
            {
                (await road.ExpertWrites(expert)).Done();
            }
        }));
        return roads;
    }

    /// <summary>
    /// Certified cases of a plan, straight into the database, for totals: through the domain's own verbs and rules, but
    /// without flow, dossier and ballot, whose road others walk.
    /// </summary>
    public static IEnumerable<object> Certified(
        AnnualPlan plan, Organisation employer, DateOnly day, int count, string series)
    {
        var now = day.StartsAt(hour: 9);
        foreach (var i in Enumerable.Range(1, count))
        {
            var person = new Person(PersonId.New(), $"申报人{series}{i:D3}", $"990400{series}{i:D11}", employer.Id);
            var declaration = Domain.Declarations.Declaration.Start(
                $"QTZ-{series}-{i:D4}", person, employer, plan, plan.OpensOn, now);
            declaration.ClearEmployerPublicity(day, now);
            declaration.Accept(Actor.Clock, now);
            declaration.CompleteGroupReview(3, Actor.Clock, now);
            declaration.RecordResult(AssessmentResult.Passed, day, Actor.Clock, now);
            declaration.SignResult(Actor.Clock, now);
            declaration.ClearResultPublicity(day, now);
            declaration.Confirm("青人社职备〔2024〕7 号", Actor.Clock, now);
            var number = CertificateNumber.Create("990400", day.Year, plan.Series, plan.Level, int.Parse(series) + i);
            yield return person;
            yield return declaration;
            yield return new TitleCertificate(declaration, person, number, "自主评审委员会", "青檀市人力资源和社会保障局", day);
            declaration.Certify(number, Actor.Clock, now);
        }
    }
}
