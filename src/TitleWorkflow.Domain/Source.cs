namespace TitleWorkflow.Domain;

/// <summary>
/// Where a rule is written: a document and, where its number is certain, the article. The interface shows the
/// document's title; <see cref="Product"/> is shown as the product's own default.
/// </summary>
/// <param name="Document">Short id of the document: N1 (Interim Provisions on Title Review, 2019), N2 (Supervision of
/// Title Review, 2024), N3 (skilled workers and engineers, 2018 and 2020), N5 (reform of engineering titles, 2019), N6 (Civil
/// Code), N7 (Electronic Signature Law), N8 (yearly holiday notices), L1 (Shandong, specialised SMEs, 2022), L2 (Zaozhuang,
/// skilled workers, 2020), L3 (Zhejiang, direct channel, 2021), L4 (Zhejiang, senior economists), X1 (Cixi, 2022), L for a
/// rule of the region's rule set, P for the product.</param>
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

    /// <summary>Opinions on opening titles to highly skilled workers (高技能人才与专业技术人才职业发展贯通), 2018 and 2020.</summary>
    public static Source SkillCrossover => new("N3");

    /// <summary>Guiding Opinions on the Reform of Engineering Titles (深化工程技术人才职称制度改革的指导意见), 2019.</summary>
    public static Source EngineeringReform => new("N5");

    /// <summary>The province's measures on title review for specialised SMEs and single champions, 2022
    /// (创新专精特新中小企业和制造业单项冠军企业职称评审机制若干措施).</summary>
    public static Source SpecialisedMeasures => new("L1");

    /// <summary>The city's practice of review by enterprises and associations, 2022.</summary>
    public static Source EnterpriseEvaluation => new("X1");

    /// <inheritdoc />
    public override string ToString() => Article is { } article ? $"{Document} art. {article}" : Document;
}
