using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Experts;

/// <summary>A member of the expert pool (专家库). Membership is known to the office and the person alone.</summary>
public sealed class Expert : Aggregate
{
    private Expert()
    {
    }

    /// <summary>Appoints a person to the pool for a term of at most three years.</summary>
    /// <exception cref="RuleBrokenException">The term is longer.</exception>
    public Expert(
        PersonId person, TitleSeries series, string specialty, TitleLevel level, bool fromEnterprise, DateOnly from, DateOnly to)
    {
        ExpertRules.TermAtMostThreeYears.Require(to >= from && to < from.AddYears(3));
        Person = person;
        Series = series;
        Specialty = specialty;
        Level = level;
        FromEnterprise = fromEnterprise;
        TermFrom = from;
        TermTo = to;
    }

    /// <summary>Who.</summary>
    public PersonId Person { get; private set; }

    /// <summary>Series.</summary>
    public TitleSeries Series { get; private set; }

    /// <summary>Specialty.</summary>
    public string Specialty { get; private set; } = "";

    /// <summary>Level of the expert's own title.</summary>
    public TitleLevel Level { get; private set; }

    /// <summary>Nominated by an enterprise.</summary>
    public bool FromEnterprise { get; private set; }

    /// <summary>First day of the term.</summary>
    public DateOnly TermFrom { get; private set; }

    /// <summary>Last day of the term, included.</summary>
    public DateOnly TermTo { get; private set; }

    /// <summary>True on the days of the term.</summary>
    public bool ServesOn(DateOnly day) => TermFrom <= day && day <= TermTo;
}
