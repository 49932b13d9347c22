using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Pilots;

/// <summary>What a unit applies for: what it wants to review, with which committee and by which standard.</summary>
/// <param name="Series">Series.</param>
/// <param name="Specialty">Specialty, Chinese; the committee is set up by it.</param>
/// <param name="Level">Highest level to be reviewed.</param>
/// <param name="CommitteeSize">Members the committee shall have, N.</param>
/// <param name="Staff">Technical staff of the unit; of an association, of the trade.</param>
/// <param name="InternalRules">How the unit reviews: its internal rules, in its own words.</param>
/// <param name="Secretary">Who runs the committee's office; works at the unit.</param>
/// <param name="Standard">The unit's own standard.</param>
public sealed record PilotScope(
    TitleSeries Series,
    string Specialty,
    TitleLevel Level,
    int CommitteeSize,
    int Staff,
    string InternalRules,
    PersonId Secretary,
    IReadOnlyList<StandardLine> Standard);
