using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Nominations;

namespace TitleWorkflow.Application.Nominations;

/// <summary>How much of a year's quota is used.</summary>
/// <param name="Year">The year.</param>
/// <param name="Honor">The honour it rests on; null if none is live.</param>
/// <param name="Used">Slots reserved or used up.</param>
/// <param name="Reserved">Of those, reserved by a signature.</param>
/// <param name="Consumed">Of those, used up by acceptance.</param>
/// <param name="Total">Slots of the year; 0 without an honour.</param>
/// <param name="FullSeniorUsed">Slots for full senior titles in use.</param>
/// <param name="FullSeniorTotal">At most so many.</param>
public sealed record QuotaLine(
    int Year, HonorLevel? Honor, int Used, int Reserved, int Consumed, int Total, int FullSeniorUsed, int FullSeniorTotal)
{
    internal static QuotaLine Of(NominationQuota quota, NominationAllowance? allowance) => new(
        quota.Year, allowance?.Honor, quota.Slots.Count,
        quota.Slots.Count(s => s.State == SlotState.Reserved), quota.Slots.Count(s => s.State == SlotState.Consumed),
        allowance?.Total ?? 0, quota.FullSenior, allowance?.FullSenior ?? 0);
}
