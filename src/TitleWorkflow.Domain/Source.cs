namespace TitleWorkflow.Domain;

/// <summary>
/// Where a rule is written: a document and, where its number is certain, the article. The interface shows the
/// document's title; <see cref="Product"/> is shown as the product's own default.
/// </summary>
/// <param name="Document">Short id of the document: N1 (Interim Provisions on Title Review, 2019), N2 (Supervision of
/// Title Review, 2024), N6 (Civil Code), N7 (Electronic Signature Law), N8 (yearly holiday notices), L for a rule of the
/// region's rule set, P for the product.</param>
/// <param name="Article">Article number; null where the number is not certain.</param>
public readonly record struct Source(string Document, int? Article = null)
{
    /// <summary>A default of the product, open to the customer's decision.</summary>
    public static Source Product => new("P");

    /// <summary>A value of the region's rule set.</summary>
    public static Source RuleSet => new("L");

    /// <summary>Interim Provisions on Title Review (职称评审管理暂行规定), in force since 2019-09-01.</summary>
    public static Source Provisions(int? article = null) => new("N1", article);

    /// <summary>Interim Measures on the Supervision of Title Review (职称评审监管暂行办法), 2024-07-25.</summary>
    public static Source Supervision => new("N2");

    /// <summary>Civil Code (民法典).</summary>
    public static Source CivilCode(int article) => new("N6", article);

    /// <summary>Electronic Signature Law (电子签名法).</summary>
    public static Source SignatureLaw(int article) => new("N7", article);

    /// <summary>The State Council's yearly holiday notices.</summary>
    public static Source HolidayNotice => new("N8");

    /// <inheritdoc />
    public override string ToString() => Article is { } article ? $"{Document} art. {article}" : Document;
}
