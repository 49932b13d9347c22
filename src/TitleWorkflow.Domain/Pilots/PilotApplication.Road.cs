using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Pilots;

/// <summary>What happens to an application, and to the pilot it made.</summary>
public enum PilotAct
{
    /// <summary>Begun.</summary>
    Drafted,

    /// <summary>Handed in.</summary>
    Submitted,

    /// <summary>Passed on by the district.</summary>
    Checked,

    /// <summary>Sent back.</summary>
    Returned,

    /// <summary>Evaluated by the city.</summary>
    Evaluated,

    /// <summary>Authorised by a second officer.</summary>
    Authorised,

    /// <summary>Reported on a year.</summary>
    Reported,

    /// <summary>The authorisation was taken back.</summary>
    Withdrawn,
}

/// <summary>One line of the history.</summary>
/// <param name="At">When.</param>
/// <param name="Act">What.</param>
/// <param name="By">Who.</param>
/// <param name="Note">Reason, document number or year; null where there is none.</param>
public sealed record PilotEntry(DateTimeOffset At, PilotAct Act, PersonId By, string? Note = null);

/// <content>The district's check, the yearly report, the withdrawal.</content>
public sealed partial class PilotApplication
{
    /// <summary>What happened, the oldest first.</summary>
    public List<PilotEntry> History { get; private set; } = [];

    /// <summary>First day without the authorisation; null unless it was withdrawn.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>Why it was withdrawn; null unless it was.</summary>
    public string? WithdrawalReason { get; private set; }

    /// <summary>True from the authorisation on, also after it ended or was withdrawn.</summary>
    public bool WasAuthorised => Status is PilotStatus.Authorised or PilotStatus.Withdrawn;

    /// <summary>The district finds the papers in order and passes the application on to the city (区县审核).</summary>
    /// <exception cref="RuleBrokenException">It is not with the district.</exception>
    public void PassOn(PersonId by, DateTimeOffset now)
    {
        PilotRules.InTurn.Require(Status == PilotStatus.WithDistrict);
        Status = PilotStatus.Submitted;
        Note(PilotAct.Checked, by, now);
    }

    /// <summary>The city takes the authorisation back (撤销授权).</summary>
    /// <exception cref="RuleBrokenException">It is not authorised, or no reason is given.</exception>
    public void Withdraw(string reason, PersonId by, DateTimeOffset now)
    {
        PilotRules.InTurn.Require(Status == PilotStatus.Authorised);
        PilotRules.WithdrawalNeedsReason.Require(!string.IsNullOrWhiteSpace(reason));
        Status = PilotStatus.Withdrawn;
        WithdrawnOn = now.LegalDate();
        WithdrawalReason = reason.Trim();
        Note(PilotAct.Withdrawn, by, now, WithdrawalReason);
    }

    /// <summary>The past years with a day of authorisation, on each of which a report is owed, the earliest first.</summary>
    public IEnumerable<int> ReportYears(DateOnly today)
    {
        if (!WasAuthorised)
        {
            return [];
        }

        var first = Authorization!.From.Year;
        var last = new[] { Authorization.To.Year, WithdrawnOn?.Year ?? today.Year, today.Year - 1 }.Min();
        return last < first ? [] : Enumerable.Range(first, last - first + 1);
    }

    internal void Note(PilotAct act, PersonId by, DateTimeOffset now, string? note = null) => History.Add(new PilotEntry(now, act, by, note));
}
