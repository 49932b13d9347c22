using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Channels.Roads;

/// <summary>
/// What a channel brings to the first plan a committee makes for it: its flow, its form, its criteria, its numbers. Separate
/// submission, standard and review (单独报送、单独标准、单独评审) is seen here.
/// </summary>
/// <param name="Flow">Definition id of the flow.</param>
/// <param name="NumberPrefix">What numbers of its declarations begin with.</param>
/// <param name="Form">The dossier.</param>
/// <param name="Standard">What experts score.</param>
internal sealed record ChannelRoad(string Flow, string NumberPrefix, DossierForm Form, ScoringStandard Standard)
{
    private static readonly ChannelRoad Ordinary = new("title-review", "QT", OrdinaryForm.Dossier, OrdinaryStandard.Standard);

    /// <summary>The road of a channel.</summary>
    public static ChannelRoad Of(Channel channel) => channel switch
    {
        Channel.Standard => Ordinary,
        Channel.SpecialisedNomination => new("specialised-nomination", "QTJ", NominationRoad.Dossier, NominationRoad.Standard),
        Channel.DirectExpress => new("direct-express", "QTG", ExpressRoad.Dossier, ExpressRoad.Standard),
        Channel.SkillCrossover => new("skill-crossover", "QTT", SkillRoad.Dossier, SkillRoad.Standard),
        Channel.ExecutiveSeniorEconomist => new("executive-economist", "QTP", ExecutiveRoad.Dossier, ExecutiveRoad.Standard),
        Channel.EnterpriseAutonomous or Channel.SocialReview => Ordinary with { Flow = "autonomous-review", NumberPrefix = "QTZ" },
        Channel.Entrusted => Ordinary with { Flow = "entrusted-review", NumberPrefix = "QTW" },
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "There is no such channel."),
    };
}
