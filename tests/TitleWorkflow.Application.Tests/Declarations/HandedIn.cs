using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Tests.Declarations;

/// <summary>The demonstration's applicant on the first steps of the road.</summary>
internal static class HandedIn
{
    private static readonly StoredFile Certificate = new(new string('a', 64), 4096, EvidenceType.Pdf);

    private static readonly Dictionary<string, Dictionary<string, string>> Facts = new()
    {
        ["basic"] = new() { ["phone"] = "13800000001", ["birthDate"] = "1985-04-03", ["post"] = "研发主管", ["joinedOn"] = "2010-07-01" },
        ["education"] = new() { ["degree"] = "bachelor", ["school"] = "青檀理工大学", ["graduatedOn"] = "2008-06-30", ["workingYears"] = "14" },
        ["title"] = new() { ["currentTitle"] = "engineer" },
        ["achievements"] = [],
        ["projects"] = new() { ["projectName"] = "阀体产线改造", ["projectRole"] = "负责人", ["projectResult"] = "已投产" },
        ["appraisals"] = new() { ["lastThreeYears"] = "qualified", ["creditHours"] = "96" },
        ["report"] = new() { ["summary"] = "十四年从事阀体研发。" },
    };

    /// <summary>A draft with every fact and its evidence, not yet submitted.</summary>
    public static async Task<DeclarationId> FilledIn(Product product)
    {
        var (id, _) = await product.SendAs("applicant", new StartDeclaration.Command(DemoCity.Plan));
        foreach (var (section, values) in Facts)
        {
            await product.SendAs("applicant", new SaveSection.Command(id, section, values));
        }

        foreach (var fact in new[] { "education/degree", "title/currentTitle", "projects/projectName" })
        {
            await product.SendAs("applicant", new AttachEvidence.Command(id, fact, "证书.pdf", Certificate));
        }

        return id;
    }

    /// <summary>The same, submitted.</summary>
    public static async Task<DeclarationId> Submitted(Product product)
    {
        var id = await FilledIn(product);
        await product.SendAs("applicant", new SubmitDeclaration.Command(id, "方知遥"));
        return id;
    }
}
