namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>What units, committees and the city see of pilots and annual plans.</summary>
internal static partial class Views
{
    private static View[] OfPilots =>
    [
        new("city", "/pilots"),
        new("city", "/pilots/{pilot authorised}"),
        new("city", "/pilots/{pilot submitted}"),
        new View("city", "/pilots/{pilot submitted}").Refused("evaluate"),
        new View("city", "/pilots/{pilot submitted}").Refused("return"),
        new View("city", "/pilots/{pilot submitted}").RefusedAt("evaluate", "/pilots/{pilot submitted}?handler=Authorise"),
        new("district", "/pilots"),
        new("district", "/pilots/{pilot with district}"),
        new View("district", "/pilots/{pilot with district}").Refused("return"),
        new View("district", "/pilots/{pilot with district}").RefusedAt("pass", "/pilots/{pilot submitted}?handler=Pass"),
        new View("city", "/pilots/{pilot authorised}").Refused("withdraw"),
        new("jinshi-hr", "/pilots/{pilot authorised}"),
        new View("jinshi-hr", "/pilots/{pilot authorised}").Refused("report"),
        new("hr", "/pilots"),
        new("hr", "/pilots/{pilot draft}"),
        new View("hr", "/pilots/{pilot draft}").Refused("submit"),
        new View("hr", "/pilots/{pilot draft}").RefusedAt("submit", "/pilots/{pilot draft}?handler=Renew"),
        new("hr", "/pilots/edit"),
        new("hr", "/pilots/edit/{pilot draft}"),
        new View("hr", "/pilots/edit").Refused("pilot"),
        new("office", "/plans"),
        new("office", "/plans/edit"),
        new View("office", "/plans/edit").Refused("plan"),
        new("office", "/plans/{plan proposed}"),
        new("office", "/plans/edit/{plan proposed}"),
        new("city", "/plans/{plan proposed}"),
        new View("city", "/plans/{plan proposed}").Refused("approve", ("revision", "99")),
        new View("city", "/plans/{plan proposed}").Refused("return"),
    ];
}
