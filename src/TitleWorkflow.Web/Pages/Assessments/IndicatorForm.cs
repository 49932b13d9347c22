namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>What the form for a new indicator holds.</summary>
public sealed class IndicatorForm
{
    /// <summary>Key of the indicator it belongs to; null for the first level.</summary>
    public string? Below { get; set; }

    public string? Text { get; set; }

    public string? English { get; set; }

    public int Cap { get; set; }
}
