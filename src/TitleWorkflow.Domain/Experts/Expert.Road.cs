using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Experts;

/// <content>The road into the pool, and out of it.</content>
public sealed partial class Expert
{
    /// <summary>Somebody is proposed for the pool.</summary>
    /// <param name="person">Who.</param>
    /// <param name="unit">The unit that keeps the pool.</param>
    /// <param name="nominator">Who proposes.</param>
    /// <param name="fields">Series, specialty and level of the person's own title, and keywords.</param>
    /// <param name="committeeLevel">Lowest level reviewed by the unit's committees of that series; null if it has none.</param>
    /// <param name="by">Who acts, by name.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">The title is below the level reviewed, or no committee of the series exists.</exception>
    public static Expert Nominate(
        PersonId person,
        OrganisationId unit,
        Organisation nominator,
        ExpertFields fields,
        TitleLevel? committeeLevel,
        string by,
        DateTimeOffset now)
    {
        var expert = new Expert { Person = person, Unit = unit, State = ExpertState.Rejected };
        expert.NominateAgain(nominator, fields, committeeLevel, by, now);
        return expert;
    }

    /// <summary>Somebody who was not taken, declined or was removed is proposed anew; the history stays.</summary>
    /// <exception cref="RuleBrokenException">In the pool or on the way into it, or as <see cref="Nominate"/> says.</exception>
    public void NominateAgain(
        Organisation nominator, ExpertFields fields, TitleLevel? committeeLevel, string by, DateTimeOffset now)
    {
        ExpertRules.StepsInOrder.Require(State is ExpertState.Rejected or ExpertState.Declined or ExpertState.Removed);
        ExpertRules.MatchingTitle.Require(fields.Level >= committeeLevel);
        Nominator = nominator.Id;
        Series = fields.Series;
        Specialty = fields.Specialty.Trim();
        Level = fields.Level;
        Keywords = [.. fields.Keywords];
        FromEnterprise = nominator.Kind == OrganisationKind.Enterprise;
        Objections = [];
        Consents = null;
        State = ExpertState.Nominated;
        SetOut();
        Note(ExpertAct.Nominated, by, now, nominator.Name);
    }

    /// <summary>The office finds the nominated person fit, or not and says why.</summary>
    /// <exception cref="RuleBrokenException">Not at this step, or no reason for a refusal.</exception>
    public void Screen(bool fit, string? reason, string by, DateTimeOffset now)
    {
        ExpertRules.StepsInOrder.Require(State == ExpertState.Nominated);
        ExpertRules.ReasonGiven.Require(fit || !string.IsNullOrWhiteSpace(reason));
        State = fit ? ExpertState.Screened : ExpertState.Rejected;
        Note(fit ? ExpertAct.Screened : ExpertAct.Rejected, by, now, reason);
    }

    /// <summary>Posts a screened candidate for at least five working days.</summary>
    /// <exception cref="RuleBrokenException">Not at this step, or too few days.</exception>
    public void Post(WorkingWindow window, string by, DateTimeOffset now)
    {
        ExpertRules.StepsInOrder.Require(State == ExpertState.Screened);
        ExpertRules.PublicityFiveDays.Require(window.Days.Count >= ExpertRules.PublicityDays);
        State = ExpertState.InPublicity;
        PostedOn = now.LegalDate();
        PostedTo = window.LastDay;
        Note(ExpertAct.Posted, by, now);
    }

    /// <summary>Files an objection received while the candidate is posted.</summary>
    /// <exception cref="RuleBrokenException">Not posted now, or empty.</exception>
    public void Object(string text, string by, DateTimeOffset now)
    {
        ExpertRules.ObjectsInTime.Require(State == ExpertState.InPublicity && now < PostedTo!.Value.EndsAt());
        ExpertRules.ReasonGiven.Require(!string.IsNullOrWhiteSpace(text));
        Objections = [.. Objections, new ExpertObjection(Objections.Count + 1, text.Trim())];
        Note(ExpertAct.Objected, by, now);
    }

    /// <summary>Decides an open objection; an upheld one ends the candidacy.</summary>
    /// <exception cref="RuleBrokenException">No such open objection, or no finding.</exception>
    public void DecideObjection(int number, bool upheld, string finding, string by, DateTimeOffset now)
    {
        ExpertRules.StepsInOrder.Require(
            State == ExpertState.InPublicity && Objections.Any(o => o.Number == number && o.Upheld is null));
        ExpertRules.ReasonGiven.Require(!string.IsNullOrWhiteSpace(finding));
        Objections = [.. Objections.Select(o => o.Number == number ? o with { Upheld = upheld, Finding = finding.Trim() } : o)];
        Note(ExpertAct.ObjectionDecided, by, now, finding);
        if (upheld)
        {
            State = ExpertState.Rejected;
        }
    }

    /// <summary>The person consents to serve, or declines.</summary>
    /// <exception cref="RuleBrokenException">Not posted, or answered already.</exception>
    public void AnswerNomination(bool consents, string by, DateTimeOffset now, string? note = null)
    {
        ExpertRules.StepsInOrder.Require(State == ExpertState.InPublicity && Consents is null);
        Consents = consents;
        Note(consents ? ExpertAct.Consented : ExpertAct.Declined, by, now, note);
        if (!consents)
        {
            State = ExpertState.Declined;
        }
    }

    /// <summary>The organising unit appoints for a term of at most three years.</summary>
    /// <exception cref="RuleBrokenException">
    /// Not at this step, publicity not over, an objection open, no consent, or the term is too long.
    /// </exception>
    public void Appoint(DateOnly from, DateOnly to, string by, DateTimeOffset now)
    {
        ExpertRules.StepsInOrder.Require(State == ExpertState.InPublicity);
        ExpertRules.PublicityOverFirst.Require(IsPublicityOver(now));
        ExpertRules.ConsentGiven.Require(Consents == true);
        SetTerm(from, to);
        State = ExpertState.Appointed;
        Note(ExpertAct.Appointed, by, now);
    }

    /// <summary>Suspends for a recorded reason.</summary>
    /// <exception cref="RuleBrokenException">Not serving, or no reason.</exception>
    public void Suspend(string reason, string by, DateTimeOffset now) =>
        Move(ExpertState.Appointed, ExpertState.Suspended, ExpertAct.Suspended, reason, by, now);

    /// <summary>Lets a suspended expert serve again.</summary>
    /// <exception cref="RuleBrokenException">Not suspended, or no reason.</exception>
    public void Resume(string reason, string by, DateTimeOffset now) =>
        Move(ExpertState.Suspended, ExpertState.Appointed, ExpertAct.Resumed, reason, by, now);

    /// <summary>Evaluates the service: attendance, timeliness, quality of opinions, complaints.</summary>
    /// <exception cref="RuleBrokenException">Never appointed, removed, or no finding.</exception>
    public void Evaluate(string finding, string by, DateTimeOffset now) =>
        Record(ExpertAct.Evaluated, finding, by, now);

    /// <summary>Records a training the member has attended (培训).</summary>
    /// <exception cref="RuleBrokenException">Never appointed, removed, or not said what was taught.</exception>
    public void Train(string course, string by, DateTimeOffset now) => Record(ExpertAct.Trained, course, by, now);

    /// <summary>Appoints for a further term, after an evaluation in the present one; after its last day a new road begins.</summary>
    /// <exception cref="RuleBrokenException">Not appointed, not evaluated, or the term is too long.</exception>
    public void Renew(DateOnly from, DateOnly to, string by, DateTimeOffset now)
    {
        ExpertRules.StepsInOrder.Require(State == ExpertState.Appointed);
        ExpertRules.EvaluatedFirst.Require(
            History.FindLastIndex(h => h.Act == ExpertAct.Evaluated)
            > History.FindLastIndex(h => h.Act is ExpertAct.Appointed or ExpertAct.Renewed));
        var isOver = now >= TermTo!.Value.EndsAt();
        SetTerm(from, to);
        if (isOver && Nomination is not null)
        {
            SetOut();
        }

        Note(ExpertAct.Renewed, by, now);
    }

    /// <summary>Removes from the pool: breach, retirement, change of job, three unexplained absences.</summary>
    /// <exception cref="RuleBrokenException">Not a member, or no reason.</exception>
    public void Remove(string reason, string by, DateTimeOffset now)
    {
        ExpertRules.StepsInOrder.Require(State is ExpertState.Appointed or ExpertState.Suspended);
        ExpertRules.ReasonGiven.Require(!string.IsNullOrWhiteSpace(reason));
        State = ExpertState.Removed;
        Note(ExpertAct.Removed, by, now, reason);
    }

    private void Record(ExpertAct act, string note, string by, DateTimeOffset now)
    {
        ExpertRules.StepsInOrder.Require(State is ExpertState.Appointed or ExpertState.Suspended);
        ExpertRules.ReasonGiven.Require(!string.IsNullOrWhiteSpace(note));
        Note(act, by, now, note);
    }

    private void Move(ExpertState from, ExpertState to, ExpertAct act, string reason, string by, DateTimeOffset now)
    {
        ExpertRules.StepsInOrder.Require(State == from);
        ExpertRules.ReasonGiven.Require(!string.IsNullOrWhiteSpace(reason));
        State = to;
        Note(act, by, now, reason);
    }
}

/// <summary>What a nomination says of the person's title and work.</summary>
/// <param name="Series">Series.</param>
/// <param name="Specialty">Specialty.</param>
/// <param name="Level">Level of the person's own title.</param>
/// <param name="Keywords">Fields of work.</param>
public sealed record ExpertFields(TitleSeries Series, string Specialty, TitleLevel Level, IReadOnlyList<string> Keywords);
