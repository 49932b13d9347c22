namespace TitleWorkflow.Domain.Declarations;

/// <summary>Title series (职称系列). Committees never mix series.</summary>
public enum TitleSeries
{
    /// <summary>Engineering (工程).</summary>
    Engineering = 1,

    /// <summary>Economics (经济).</summary>
    Economics = 2,
}

/// <summary>Title level (职称层级), from low to high.</summary>
public enum TitleLevel
{
    /// <summary>Technician grade (员级).</summary>
    Technician = 1,

    /// <summary>Assistant grade (助理级).</summary>
    Assistant = 2,

    /// <summary>Intermediate (中级).</summary>
    Intermediate = 3,

    /// <summary>Deputy senior (副高级).</summary>
    DeputySenior = 4,

    /// <summary>Full senior (正高级).</summary>
    FullSenior = 5,
}

/// <summary>The road an application takes (申报通道).</summary>
public enum Channel
{
    /// <summary>Ordinary declaration, level by level (常规申报).</summary>
    Standard = 1,

    /// <summary>Nominated by the chairperson or the technical lead of a specialised SME or single champion (举荐制).</summary>
    SpecialisedNomination = 2,

    /// <summary>High-level innovators go straight to a senior title (直通车).</summary>
    DirectExpress = 3,

    /// <summary>Skilled workers cross over to the title that matches their skill level (贯通).</summary>
    SkillCrossover = 4,

    /// <summary>Top managers go straight to senior economist (破格高级经济师).</summary>
    ExecutiveSeniorEconomist = 5,

    /// <summary>A pilot enterprise reviews its own staff (自主评价).</summary>
    EnterpriseAutonomous = 6,

    /// <summary>An association reviews an industry's workers across employers (社会化评审).</summary>
    SocialReview = 7,

    /// <summary>A unit without a committee entrusts another's (委托评审).</summary>
    Entrusted = 8,
}

/// <summary>What is true of channels wherever they are met.</summary>
public static class ChannelExtensions
{
    /// <summary>Whether the reviewer is the unit or association itself (自主评价、社会化评审).</summary>
    public static bool IsByOwnPower(this Channel channel) => channel is Channel.EnterpriseAutonomous or Channel.SocialReview;
}

/// <summary>The five stages of a review (申报、审核、评审、公示、备案).</summary>
public enum Stage
{
    /// <summary>Declaration (申报).</summary>
    Declaration = 1,

    /// <summary>Review, i.e. vetting (审核).</summary>
    Review = 2,

    /// <summary>Assessment by the committee (评审).</summary>
    Assessment = 3,

    /// <summary>Publicity of the result (公示).</summary>
    Publicity = 4,

    /// <summary>Filing (备案).</summary>
    Filing = 5,
}

/// <summary>A title's official name.</summary>
public static class ProfessionalTitle
{
    /// <summary>The title a series gives at a level, in Chinese: 高级工程师.</summary>
    public static string Name(TitleSeries series, TitleLevel level) => (series, level) switch
    {
        (TitleSeries.Engineering, TitleLevel.Technician) => "技术员",
        (TitleSeries.Engineering, TitleLevel.Assistant) => "助理工程师",
        (TitleSeries.Engineering, TitleLevel.Intermediate) => "工程师",
        (TitleSeries.Engineering, TitleLevel.DeputySenior) => "高级工程师",
        (TitleSeries.Engineering, TitleLevel.FullSenior) => "正高级工程师",
        (TitleSeries.Economics, TitleLevel.Assistant) => "助理经济师",
        (TitleSeries.Economics, TitleLevel.Intermediate) => "经济师",
        (TitleSeries.Economics, TitleLevel.DeputySenior) => "高级经济师",
        (TitleSeries.Economics, TitleLevel.FullSenior) => "正高级经济师",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, $"{series} has no title at this level."),
    };
}
