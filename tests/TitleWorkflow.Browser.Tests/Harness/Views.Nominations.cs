namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>What signatories, officers and the public see of nominations.</summary>
internal static partial class Views
{
    private static View[] OfNominations =>
    [
        new(null, "/verify/nomination/{signature}"),
        new("chairperson", "/nominations"),
        new("chairperson", "/nominations/new"),
        new View("chairperson", "/nominations/new").Refused("nominate"),
        new("chairperson", "/nominations/{nomination written}"),
        new View("chairperson", "/nominations/{nomination written}").Refused("sign", ("SignedName", "许闻笛"), ("Password", "falsch")),
        new("chairperson", "/nominations/{nomination signed}"),
        new("chairperson", "/nominations/{nomination signed}/letter"),
        new View("chairperson", "/nominations/{nomination written}").RefusedAt("take-back", "/nominations/{nomination ended}?handler=TakeBack"),
        new("chairperson", "/enterprises/{enterprise}"),
        new("city", "/enterprises"),
        new("city", "/enterprises/{enterprise}"),
        new View("city", "/enterprises/{enterprise}").Refused("honor"),
        new("city", "/nominations/{nomination signed}"),
        new View("city", "/nominations/{nomination signed}").Refused("false"),
    ];
}
