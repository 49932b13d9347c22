using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Web.Pages.Shared.Parts;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Texts;
using Part = TitleWorkflow.Web.Pages.Shared.Parts;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>Puts a declaration into words: titles, stages, periods, history, checks and files, as the parts show them.</summary>
internal sealed class DeclarationWords(IStringLocalizer texts, Formats formats, RuleTexts rules)
{
    /// <summary>The Chinese words, or the English ones where the reader reads English and there are any.</summary>
    public static string Name(string chinese, string? english) =>
        Languages.IsChinese || string.IsNullOrEmpty(english) ? chinese : english;

    /// <summary>An office in the reader's language.</summary>
    public static string Name(GetDeclaration.OfficeName? office) =>
        office is null ? "" : Name(office.Name, office.EnglishName);

    /// <summary>The title applied for: 高级工程师; Deputy senior engineer.</summary>
    public string Title(TitleSeries series, TitleLevel level) => texts.Title(series, level);

    /// <summary>A step to come; a step the flow gives no English name is named by its kind.</summary>
    public string Step(StepAhead step)
    {
        var kind = texts["declarations.step." + step.Type[(step.Type.LastIndexOf('.') + 1)..]];

        return Languages.IsChinese ? step.Title : step.EnglishTitle ?? (kind.ResourceNotFound ? step.Title : kind.Value);
    }

    /// <summary>The days of a period.</summary>
    public static Days Days(Ruler ruler) => new([
        .. ruler.Days.Select(d => new Part.RulerDay(d.Date, d.Mark switch
        {
            RulerMark.Off => DayKind.Off,
            RulerMark.MakeUp => DayKind.MakeUp,
            _ => DayKind.Counted,
        })),
    ]);

    /// <summary>The five stages with what may be said of each.</summary>
    public Stages Stages(GetDeclaration.Result declaration) => new([
        .. declaration.Stages.Select(s => new Part.Stage(
            texts[$"declarations.stage.{s.Stage}"],
            s.Progress switch
            {
                StageProgress.Done => StageState.Done,
                StageProgress.Now => StageState.Now,
                StageProgress.Held => StageState.Held,
                _ => StageState.ToCome,
            },
            [.. Lines(s, declaration)])),
    ]);

    /// <summary>The history; its first line is where the case stands.</summary>
    public Timeline History(IReadOnlyList<HistoryLine> lines, bool held) => new([
        .. lines.Select((line, i) => Entry(line, i > 0 ? TimelineMark.Past : held ? TimelineMark.Held : TimelineMark.Now)),
    ]);

    /// <summary>What the product checked.</summary>
    public Checks Checks(IReadOnlyList<SystemCheck> checks) => new([
        .. checks.Select(c => new Check(
            c.Outcome switch
            {
                CheckOutcome.Holds => CheckState.Holds,
                CheckOutcome.Waived => CheckState.Waived,
                CheckOutcome.Warns => CheckState.Warns,
                _ => CheckState.Fails,
            },
            texts["declarations.check." + c.Code, [.. c.Values.Select(Day)]],
            c.Rule is { } rule ? rules.Describe(rule).Source : null)),
    ]);

    /// <summary>A piece of evidence; with an action it can be taken off.</summary>
    public Part.Evidence File(EvidenceLine file, string? deleteAction = null) => new(
        file.FileName, file.IsMasked ? [formats.Size(file.Size), texts["declarations.file.masked"]] : [formats.Size(file.Size)], file.Sha256, "good", texts["declarations.file.checked"],
        $"/evidence/{file.Evidence}", deleteAction);

    /// <summary>What is wrong with a field, and how to mend it.</summary>
    public string Defect(DossierField field, DefectKind kind) => kind switch
    {
        DefectKind.TooLong => texts["declarations.defect.TooLong", field.MaxLength],
        DefectKind.WrongPattern when Name(field.Hint ?? "", field.EnglishHint) is { Length: > 0 } hint =>
            texts["declarations.defect.WrongPattern", hint],
        DefectKind.WrongPattern => texts["errors.field.RegularExpressionValidator"],
        DefectKind.Missing when field.Kind is FieldKind.Choice or FieldKind.Date => texts["declarations.defect.Missing." + field.Kind],
        _ => texts["declarations.defect." + kind],
    };

    /// <summary>An instant in a history: dense within the year, in full before.</summary>
    public string When(DateTimeOffset at) =>
        formats.DateOf(at).Year == formats.Today.Year ? formats.DenseMoment(at) : formats.Moment(at);

    private string Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", out var date) ? formats.Date(date) : value;

    private IEnumerable<string> Lines(StageLine stage, GetDeclaration.Result declaration)
    {
        var (turn, key) = (declaration.Turn, $"declarations.stage.{stage.Stage}.");
        var date = stage.EnteredAt is { } at ? formats.Dense(formats.DateOf(at)) : "";
        switch (stage.Progress)
        {
            case StageProgress.ToCome:
                return [texts[key + "todo"]];
            case StageProgress.Done when stage.Stage == Domain.Declarations.Stage.Declaration:
                var submitted = declaration.Stages[1].EnteredAt ?? declaration.SubmittedAt;
                return submitted is { } day ? [texts[key + "done", formats.Dense(formats.DateOf(day))]] : [];
            case StageProgress.Done:
                return date.Length > 0 ? [texts["declarations.stage.since", date]] : [];
            default:
                return new[]
                {
                    date.Length > 0 ? texts["declarations.stage.since", date].Value : "",
                    !declaration.IsLive ? texts["status." + declaration.Status].Value
                    : turn.Form is not null ? texts[$"declarations.stage.waits.{Whom(declaration)}.{turn.Form}"].Value
                    : turn.Office is { } office ? texts["declarations.stage.with", Name(office)].Value
                    : "",
                }.Where(line => line.Length > 0);
        }
    }

    private static string Whom(GetDeclaration.Result declaration) => declaration.Sight == Sight.Own ? "you" : "applicant";

    private TimelineEntry Entry(HistoryLine line, TimelineMark mark)
    {
        var key = "declarations.act." + line.Act;
        var title = line switch
        {
            { Act: HistoryAct.StepCompleted, Note: { } step } => step,
            { Office: { } office } => texts[key, Name(office, line.EnglishOffice)].Value,
            _ => texts[key + ".plain"] is { ResourceNotFound: false } plain ? plain.Value : texts[key].Value,
        };
        var fact = line.Act switch
        {
            HistoryAct.MaterialsDisplayed or HistoryAct.EmployerPublicityPosted or HistoryAct.ResultPosted => line.Note,
            HistoryAct.Submitted or HistoryAct.Confirmed or HistoryAct.ResultFiled or HistoryAct.CertificateIssued
                or HistoryAct.SupplementIssued when line.Note is { } note => texts[key + ".fact", note].Value,
            _ => null,
        };
        var opinion = fact is null && line.Act is not (HistoryAct.StepCompleted or HistoryAct.EmployerPublicityPosted)
            ? line.Note
            : null;
        string?[] facts = [fact, line.Person];

        return new TimelineEntry(
            title, When(line.At),
            string.Join(texts["declarations.comma"], facts.Where(f => !string.IsNullOrEmpty(f))) is { Length: > 0 } all ? all : null,
            string.IsNullOrEmpty(opinion) ? null : opinion, Mark: mark);
    }
}
