using System.Text.Json.Nodes;

namespace TitleWorkflow.Web.Tests.Workflows.Fuzz;

/// <summary>What is written into documents: words that mean something to the product, and words that do not.</summary>
internal static class Values
{
    public static readonly (string Name, string Type, JsonNode?[] Values)[] Inputs =
    [
        ("role", "String", Words("Applicant", "EmployerHr", "TownOfficer", "CityOfficer", "OrganisingOfficer", "CommitteeOffice", "Expert",
            "Auditor", "ProcessDesigner", "16", "99", "Mayor", "townofficer", "TownOfficer, CityOfficer", "")),
        ("scope", "String", Words("Applicant", "Employer", "Town", "District", "City", "Province", "OrganisingUnit", "Committee", "0", "2", "Village", "")),
        ("form", "String", Words("general", "declaration", "correction", "employer-check", "recommendation", "vetting", "forwarding", "eligibility",
            "group-assignment", "confirmation", "result-posting", "expert-opinion", "signature", "supplement", "unheard-of", "")),
        ("status", "String", Words("", "Draft", "EmployerChecking", "Vetting", "Accepted", "AwaitingMeeting", "Passed", "ResultPublicity",
            "Confirming", "Filed", "CertificateIssued", "Refused", "20", "Lost")),
        ("stage", "String", Words("", "Declaration", "Review", "Assessment", "Publicity", "Filing", "3", "Party")),
        ("kind", "String", Words("Employer", "Result", "0", "1", "employer", "Employer,Result", "Secret", "")),
        ("days", "Int32", [0, 1, 4, 5, 7, -1, 1000000, 4.5, "4", "5", "0x5", "five", true, null, new JsonArray(5)]),
        ("dueWorkingDays", "Int32", [0, 5, -3, 100000, int.MaxValue, "soon", 2.5, null]),
        ("outcomes", "ICollection<String>", Words("[]", "[\"Pass\"]", "[\"Pass\",\"Refuse\"]", "[\"Done\"]", "[\"\"]", "Pass", "[1,2]", "[[\"Pass\"]]", "{", "")),
        ("hop", "Boolean", [true, false, "true", "perhaps", 1, null]),
        ("reasonOutcomes", "ICollection<String>", Words("[]", "[\"Refuse\"]", "[\"Nope\"]")),
    ];

    public static readonly string[] Kinds = ["Literal", "Object", "Json", "JavaScript", "Variable", "Input", "Liquid", "CSharp", "Delegate", "", "literal"];

    public static readonly JsonNode?[] Scripts =
    [
        "'Applicant'", "'Employer'", "3", "return (", "while(true){}", "getInput('Declaration')", "getVariable('x')", "Applicant", "[\"Pass\"]",
        "new Array(1e9).join('x')", "(function f(){ f(); })()", "let a = 1; a", null, 7, new JsonObject { ["id"] = "none", ["name"] = "none" },
        new JsonObject { ["name"] = "Declaration" },
    ];

    public static readonly JsonNode?[] Junk =
    [
        null, true, 0, -1, 1e300, "", "x", "TitleWorkflow.IssueCertificate", new string('长', 3000), "\u0000\uFFFF", "'; drop table", new JsonArray(),
        new JsonObject(), new JsonArray(1, "a", null, new JsonObject()), new JsonObject { ["type"] = "Elsa.End" },
        new JsonObject { ["type"] = "TitleWorkflow.IssueCertificate", ["id"] = "certificate" }, new JsonObject { ["_type"] = "x", ["items"] = 3 },
        new JsonObject { ["x"] = "NaN", ["y"] = 1e308 },
    ];

    public static readonly string[] Numbers = ["0", "-1", "1e308", "-1e308", "2147483648", "9223372036854775808", "1e-400", "0.1", "123456789012345678901234567890"];

    public static readonly string[] ForeignInputs = ["quorum", "secret", "recusedMayVote", "attendance", "mode", "cases", "condition", "start", "metadata", "customProperties"];

    public static readonly string[] Structure =
    [
        "metadata", "customProperties", "designer", "position", "connections", "activities", "source", "target", "activity", "port", "vertices",
        "type", "id", "version", "name", "expression", "typeName", "root", "options", "variables", "inputs", "canStartWorkflow", "nodeId",
    ];

    public static readonly string[] Members = ["variables", "inputs", "outputs", "outcomes", "options", "customProperties", "root", "name", "version", "id", "model", "isPublished"];

    public static readonly JsonNode?[] Tops =
    [
        .. Junk,
        new JsonArray(new JsonObject { ["id"] = "v", ["name"] = "v", ["typeName"] = "Int32", ["value"] = "1" }),
        new JsonArray(new JsonObject { ["id"] = "v", ["name"] = "v", ["typeName"] = "Nonsense", ["value"] = 1 }),
        new JsonObject { ["incidentStrategyType"] = "ContinueWithIncidentsStrategy", ["usableAsActivity"] = true },
        new JsonObject { ["activationStrategyType"] = 5, ["commitStrategyName"] = "nope" },
    ];

    public static readonly string[] Types =
    [
        "TitleWorkflow.HumanTask", "TitleWorkflow.AwaitPublicity", "TitleWorkflow.AcceptDeclaration", "TitleWorkflow.ReviewInGroup",
        "TitleWorkflow.HoldBallot", "TitleWorkflow.AwaitSignature", "TitleWorkflow.NotifyResult", "TitleWorkflow.IssueCertificate",
        "TitleWorkflow.AwaitSupplement", "TitleWorkflow.AwaitOpenDisplay", "TitleWorkflow.AwaitReopening", "TitleWorkflow.AwaitReexamination", "TitleWorkflow.SendNotice", "TitleWorkflow.SetStage",
        "Elsa.End", "Elsa.Finish", "Elsa.Complete", "Elsa.Fault", "Elsa.FlowJoin",
        "Elsa.FlowFork", "Elsa.FlowSwitch", "Elsa.FlowDecision", "Elsa.WriteLine", "Elsa.Delay", "Elsa.Event", "Elsa.Sequence", "Elsa.Flowchart",
        "Elsa.RunJavaScript", "Elsa.SetVariable", "Elsa.DispatchWorkflow", "Elsa.NotFoundActivity", "Elsa.HttpEndpoint", "No.Such", "", "Elsa.Break",
    ];

    private static JsonNode?[] Words(params string[] words) => [.. words.Select(word => (JsonNode?)JsonValue.Create(word))];
}
