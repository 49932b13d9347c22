namespace TitleWorkflow.Application.Declarations;

/// <summary>The truth commitment (真实性承诺) as every applicant signs it; what was signed is kept with the declaration.</summary>
public static class TruthCommitmentText
{
    /// <summary>The official words.</summary>
    public const string Chinese =
        "本人承诺：所填写的内容和提交的证明材料均真实、准确、完整，专利、论文、项目等业绩成果归属无争议，没有伪造学历、资历和业绩。"
        + "如有弄虚作假，自愿接受取消申报资格、撤销已取得的职称、记入职称评审诚信档案三年等处理，并承担相应责任。";

    /// <summary>A translation; the Chinese words count.</summary>
    public const string English =
        "I declare that everything I have stated and every document I have submitted is true, accurate and complete, that my patents, "
        + "papers and projects are undisputedly mine, and that neither degrees, seniority nor achievements are forged. Should any of "
        + "it be false, I accept being excluded from the review, losing the title obtained and a three-year entry in the integrity "
        + "record, and answer for the consequences.";
}
