using System.Globalization;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Pilots;

/// <summary>What a pilot did in one year, counted by the product; each case, request and objection once.</summary>
/// <param name="Accepted">Declarations accepted that year.</param>
/// <param name="Passed">Declarations confirmed or filed that year: passed, and their publicity over.</param>
/// <param name="Appeals">Requests for a re-examination (复查) that year.</param>
/// <param name="Complaints">Objections to posted names that year, before and after the meeting.</param>
public sealed record PilotYear(int Accepted, int Passed, int Appeals, int Complaints);

/// <summary>A pilot's report on one calendar year (年度报告): the product's figures as of the day it was handed in, the unit's words.</summary>
public sealed class PilotReport : Aggregate
{
    private PilotReport()
    {
    }

    /// <summary>The pilot's committee; it reports once on a year, under whatever authorisation.</summary>
    public OrganisationId Committee { get; private set; }

    /// <summary>The year reported on.</summary>
    public int Year { get; private set; }

    /// <summary>What the product counted.</summary>
    public PilotYear Figures { get; private set; } = null!;

    /// <summary>What the unit says.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Who handed it in.</summary>
    public PersonId SubmittedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>The unit hands in its report.</summary>
    /// <exception cref="RuleBrokenException">The year is not over or not one of the pilot's, or nothing is said.</exception>
    public static PilotReport HandIn(PilotApplication pilot, int year, PilotYear figures, string words, PersonId by, DateTimeOffset now)
    {
        PilotRules.ReportOfPastYear.Require(pilot.ReportYears(now.LegalDate()).Contains(year));
        PilotRules.ReportInWords.Require(!string.IsNullOrWhiteSpace(words));
        pilot.Note(PilotAct.Reported, by, now, year.ToString(CultureInfo.InvariantCulture));
        return new PilotReport
        {
            Committee = pilot.Committee!.Value,
            Year = year,
            Figures = figures,
            Words = words.Trim(),
            SubmittedBy = by,
            SubmittedAt = now,
        };
    }
}
