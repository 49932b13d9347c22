using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Roads;

/// <summary>What a channel asks for beside the ordinary dossier.</summary>
/// <param name="Section">Its own section; null where there is none.</param>
/// <param name="Values">What is filled in there.</param>
/// <param name="Others">Sections taken from the ordinary dossier.</param>
/// <param name="Proven">Facts that need a paper.</param>
/// <param name="Scores">What each reader gives.</param>
internal sealed record ChannelDossier(
    string? Section,
    Dictionary<string, string> Values,
    IReadOnlyList<string> Others,
    IReadOnlyList<string> Proven,
    IReadOnlyDictionary<string, int> Scores)
{
    public static readonly ChannelDossier Skill = new(
        "skill",
        new()
        {
            ["occupation"] = "数控车工",
            ["skillLevel"] = "SeniorTechnician",
            ["certificateNumber"] = "S000099040021",
            ["certifiedOn"] = "2018-06-30",
            ["post"] = "精密加工班组",
            ["apprentices"] = "4",
        },
        ["basic", "projects", "appraisals", "report"],
        ["skill/skillLevel", "projects/projectName"],
        new Dictionary<string, int> { ["skill"] = 44, ["achievements"] = 33, ["influence"] = 5 });

    public static readonly ChannelDossier Express = new(
        "hardCondition",
        new() { ["condition"] = "patents", ["account"] = "第一发明人 5 项，全部投产。" },
        ["basic", "achievements", "projects", "report"],
        ["hardCondition/condition", "achievements/patentNumber", "projects/projectName"],
        new Dictionary<string, int> { ["breakthrough"] = 44, ["benefit"] = 26, ["influence"] = 15 });

    public static readonly ChannelDossier Executive = new(
        "enterprise",
        new() { ["position"] = "general", ["since"] = "2017-03-01", ["sales"] = "120000", ["taxes"] = "8600" },
        ["basic", "report"],
        ["enterprise/position"],
        new Dictionary<string, int> { ["scale"] = 35, ["growth"] = 33, ["society"] = 16 });

    public static readonly ChannelDossier Ordinary = new(
        null,
        [],
        [.. Dossier.Sections.Keys],
        Dossier.ProvenFacts,
        new Dictionary<string, int> { ["technical"] = 24, ["achievements"] = 47, ["influence"] = 6 });
}

/// <summary>Roads of other channels than the ordinary one.</summary>
internal sealed partial class Road
{
    /// <summary>Fills in what the channel asks for and submits.</summary>
    public async Task FillAndSubmit(ChannelDossier dossier)
    {
        var person = await server.As(applicant);
        foreach (var section in dossier.Others)
        {
            (await person.Put($"{Path}/sections/{section}", new { values = Dossier.Sections[section] })).Done();
        }

        if (dossier.Section is { } own)
        {
            (await person.Put($"{Path}/sections/{own}", new { values = dossier.Values })).Done();
        }

        foreach (var fact in dossier.Proven)
        {
            (await Attach(fact)).Done();
        }

        (await Submit()).Done();
    }

    /// <summary>An office checks what only this channel checks, and writes down what it found.</summary>
    public Task<Answer> Checks(string office, string outcome, params (string Label, string Value)[] found) => Complete(
        office,
        "vetting",
        new { outcome, values = found.ToDictionary(f => f.Label, f => f.Value), comment = outcome == "Refuse" ? "不符合本通道条件" : null });

    /// <summary>Accepted, assigned, read by all with the scores of the channel's own standard.</summary>
    public async Task GoesToMeeting(ChannelDossier dossier)
    {
        (await UnitAccepts()).Done();
        (await OfficeAssigns(Readers)).Done();
        foreach (var expert in Readers)
        {
            (await Complete(expert, "expert-opinion", new { outcome = "Submit", comment = "业绩突出。", scores = dossier.Scores })).Done();
        }
    }
}
