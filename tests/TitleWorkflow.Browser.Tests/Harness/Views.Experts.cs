namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>What the expert pool and its draws look like to the office, the unit, the supervisor and the experts.</summary>
internal static partial class Views
{
    private const string Prepared = "/draws/new?Plan={plan}&MeetingOn={draw day}&Size=13&Alternates=2";

    private static View[] OfExperts =>
    [
        new(null, "/experts/candidates"),
        new("hr", "/experts/nominate"),
        new View("hr", "/experts/nominate").Refused("one"),
        new View("hr", "/experts/nominate").Refused("import"),
        new("office", "/experts"),
        new("office", "/experts?q=无此人"),
        new("organiser", "/experts"),
        new("office", "/experts/screening"),
        new View("office", "/experts/screening").Refused("screen"),
        new("office", "/experts/{expert}"),
        new View("office", "/experts/{nominee}").Refused("screen", ("fit", "false")),
        new View("office", "/experts/{candidate}").Refused("consent"),
        new View("office", "/experts/{candidate}").Refused("object"),
        new View("office", "/experts/{candidate}").Refused("relation"),
        new View("office", "/experts/{candidate}").Refused("clear"),
        new View("organiser", "/experts/{candidate}").Refused("finding-1"),
        new View("organiser", "/experts/{expert}").Refused("decide"),
        new View("organiser", "/experts/{expert}").Refused("renew"),
        new("expert1", "/experts/me"),
        new("groupleader", "/experts/me"),
        new View("expert1", "/experts/me").Refused("relation"),
        new View("expert1", "/experts/me").RefusedAt("relation", "/experts/me?handler=Consent"),
        new("expert1", "/draws/{draw sealed}/answer"),
        new View("expert1", "/draws/{draw released}/answer").Refused("answer", ("comes", "true")),
        new("office", "/draws"),
        new("office", "/draws/new"),
        new("office", "/draws/new?Plan={plan}&MeetingOn={draw day}&Size=63&Alternates=4"),
        new View("office", Prepared).Refused("freeze"),
        new("office", "/draws/{draw frozen}"),
        new("office", "/draws/{draw sealed}"),
        new View("office", "/draws/{draw released}").Refused("seat"),
        new View("office", "/draws/{draw released}").RefusedAt("seat", "/draws/{draw released}?handler=Replace"),
        new("supervisor", "/draws"),
        new("supervisor", "/draws/{draw frozen}"),
        new("supervisor", "/draws/{draw sealed}"),
        new View("supervisor", "/draws/{draw frozen}/hold").Refused("hold"),
    ];
}
