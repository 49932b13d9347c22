using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.RuleSets;

/// <summary>Schooling, from low to high; classes of technical schools stand apart and count as the rule set says.</summary>
public enum Education
{
    /// <summary>Secondary technical school (中专).</summary>
    Secondary = 1,

    /// <summary>College (大专).</summary>
    College = 2,

    /// <summary>Bachelor (本科).</summary>
    Bachelor = 3,

    /// <summary>Master, or a second bachelor's degree (硕士、双学士).</summary>
    Master = 4,

    /// <summary>Doctor (博士).</summary>
    Doctor = 5,

    /// <summary>Intermediate-worker class of a technical school (技工院校中级工班).</summary>
    IntermediateWorkerClass = 11,

    /// <summary>Senior-worker class of a technical school (技工院校高级工班).</summary>
    SeniorWorkerClass = 12,

    /// <summary>Technician class of a technical school (技工院校预备技师班、技师班).</summary>
    TechnicianClass = 13,
}

/// <summary>The eight levels of skill (新八级工), from low to high.</summary>
public enum SkillLevel
{
    /// <summary>Apprentice (学徒工).</summary>
    Apprentice = 1,

    /// <summary>Junior worker (初级工).</summary>
    JuniorWorker = 2,

    /// <summary>Intermediate worker (中级工).</summary>
    IntermediateWorker = 3,

    /// <summary>Senior worker (高级工).</summary>
    SeniorWorker = 4,

    /// <summary>Technician (技师).</summary>
    Technician = 5,

    /// <summary>Senior technician (高级技师).</summary>
    SeniorTechnician = 6,

    /// <summary>Special-grade technician (特级技师), appointed.</summary>
    SpecialTechnician = 7,

    /// <summary>Chief technician (首席技师), appointed.</summary>
    ChiefTechnician = 8,
}

/// <summary>One cell of the stepwise table (逐级申报): what a degree demands for a level.</summary>
/// <param name="Target">Level applied for.</param>
/// <param name="Degree">Schooling, equivalences applied.</param>
/// <param name="After">Level that must be held, and from which the years run; null where they run from graduation.</param>
/// <param name="Years">Full years; 0 for at once.</param>
public sealed record EligibilityStep(TitleLevel Target, Education Degree, TitleLevel? After, int Years);

/// <summary>One rung between skills and titles (贯通).</summary>
/// <param name="Skill">Skill level held.</param>
/// <param name="Target">Title it opens; null where nothing follows by itself and an officer decides.</param>
/// <param name="Years">Full years of relevant work since it was certified.</param>
public sealed record SkillStep(SkillLevel Skill, TitleLevel? Target, int Years);

/// <summary>A technical-school class and the schooling it counts as.</summary>
public sealed record SchoolEquivalence(Education Class, Education CountsAs);
