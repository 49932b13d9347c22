using System.Net;
using System.Text.Json.Nodes;
using TitleWorkflow.Domain;

namespace TitleWorkflow.Web.Tests.Hosting;

/// <summary>What the program answered.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Status">Status code.</param>
/// <param name="Kind">Media type; null without a body.</param>
/// <param name="Body">The body where it is JSON.</param>
/// <param name="Location">Where what was created is found.</param>
/// <param name="Text">The body as it came.</param>
internal sealed record Answer(string Asked, HttpStatusCode Status, string? Kind, JsonNode? Body, string? Location, string Text)
{
    private string Story => $"{Asked}: {(int)Status} {Text}";

    /// <summary>The body of a success; an empty object where there is none.</summary>
    public JsonNode Done()
    {
        Assert.True((int)Status is >= 200 and < 300, Story);
        return Body ?? new JsonObject();
    }

    /// <summary>Asserts that this rule stood in the way.</summary>
    public void Refused(Rule rule)
    {
        Assert.True(Status == HttpStatusCode.Conflict, Story);
        Assert.True(Body is not null, $"{Story} {Kind}");
        Assert.Contains(rule.Code, Body.Items("rules").Select(r => r.Text("code")));
    }

    /// <summary>Asserts that there is nothing of the kind for this person.</summary>
    public void NotFound() => Assert.True(Status == HttpStatusCode.NotFound, Story);

    /// <summary>Asserts that the person's roles do not reach this.</summary>
    public void Forbidden() => Assert.True(Status == HttpStatusCode.Forbidden, Story);

    /// <summary>Asserts that the input had the wrong shape.</summary>
    public void Invalid() => Assert.True(Status == HttpStatusCode.BadRequest, Story);
}
