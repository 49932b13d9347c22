using System.Reflection;
using FluentValidation;
using TitleWorkflow.Application;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Application.Pilots;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Filing;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Domain.Questionnaires;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Web.Tests.Texts;

/// <summary>Words whose keys are put together while the program runs: a member added to a list without its words shows here.</summary>
public sealed class WordTests
{
    // What a page asks for by way of these names is always the name of a member.
    private static readonly (string Family, Type Members, string[] NeverShown)[] Families =
    [
        ("shell.role.", typeof(Role), []),
        ("titles.series.", typeof(TitleSeries), []),
        ("titles.level.", typeof(TitleLevel), []),
        ("titles.channel.", typeof(Channel), []),
        ("status.", typeof(DeclarationStatus), []),
        ("declarations.now.", typeof(DeclarationStatus),
            // The applicant reads 评审中 instead of these.
            ["PlanFiled", "CommitteeFormed", "UnderGroupReview", "AwaitingMeeting", "Voted", "Passed"]),
        ("declarations.stage.", typeof(Stage), []),
        ("declarations.phase.", typeof(ListDeclarations.Phase), []),
        ("declarations.act.", typeof(HistoryAct), []),
        ("declarations.defect.", typeof(DefectKind), []),
        ("declarations.supplement.status.", typeof(SupplementStatus), []),
        ("workitems.tab.", typeof(ListInbox.View), []),
        ("workitems.manner.", typeof(PassOnWorkItem.Manner), []),
        ("workitems.position.", typeof(CommitteePosition), []),
        ("committees.position.", typeof(CommitteePosition), []),
        ("assessments.status.", typeof(MeetingStatus), []),
        ("assessments.room.", typeof(MeetingStatus), []),
        ("assessments.member.", typeof(MeetingStatus), []),
        ("assessments.watch.", typeof(MeetingStatus), ["Signed"]),
        ("assessments.case.", typeof(MeetingCaseStatus), []),
        ("assessments.result.", typeof(AssessmentResult), []),
        ("assessments.choice.", typeof(BallotChoice), []),
        ("assessments.ballot.", typeof(GetBallot.State), []),
        ("nominations.status.", typeof(NominationStatus), []),
        ("enterprises.kind.", typeof(HonorKind), []),
        ("enterprises.level.", typeof(HonorLevel), []),
        ("filing.status.", typeof(CertificateStatus), []),
        ("flows.change.", typeof(FlowChangeKind), []),
        ("channels.metric.", typeof(Metric), []),
        ("channels.education.", typeof(Education), []),
        ("channels.skill.", typeof(SkillLevel), []),
        ("channels.finding.", typeof(Finding), []),
        ("channels.verdict.", typeof(Verdict), []),
        ("channels.outcome.", typeof(Verdict), []),
        ("rulesets.kind.", typeof(ConditionKind), []),
        ("operation.kind.", typeof(DeadLetterKind), []),
        ("pilots.status.", typeof(PilotStatus), []),
        ("pilots.act.", typeof(PilotAct), []),
        ("pilots.power.", typeof(ReviewPower), []),
        ("plans.status.", typeof(PlanStatus), []),
        ("questionnaires.audience.", typeof(QuestionnaireAudience), []),
        ("questionnaires.audience-hint.", typeof(QuestionnaireAudience), []),
        ("questionnaires.state.", typeof(QuestionnaireState), []),
        ("questionnaires.kind.", typeof(TaskFieldKind), []),
        ("experts.state.", typeof(ExpertState), []),
        ("experts.act.", typeof(ExpertAct), []),
        ("experts.relation.", typeof(RelationKind), []),
        ("experts.decision.", typeof(MembershipDecision), []),
        ("experts.error.", typeof(NominationError), []),
        ("experts.draw.status.", typeof(ExpertDrawStatus), []),
        ("experts.seat.", typeof(DrawSeatStatus), []),
        ("experts.filter.", typeof(DrawFilter), []),
        ("experts.shortage.", typeof(DrawConstraint), []),
    ];

    private static readonly IReadOnlyDictionary<string, string> Texts = TextFiles.In("zh-CN");

    [Fact]
    public void Every_member_of_a_list_that_people_see_has_words()
    {
        var silent = from family in Families
                     from member in Enum.GetNames(family.Members).Except(family.NeverShown)
                     where !Texts.ContainsKey(family.Family + member)
                     select family.Family + member;

        Assert.Equal("", string.Join('\n', silent));
    }

    [Fact]
    public void Every_check_of_a_form_says_in_words_what_is_wrong()
    {
        var validators = typeof(NotFoundException).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && typeof(IValidator).IsAssignableFrom(t)).ToList();

        var silent = from type in validators
                     from rule in Create(type).CreateDescriptor().Rules
                     from check in rule.Components
                     where check.Validator.Name is not "ChildValidatorAdaptor"
                     where !Texts.ContainsKey("errors.field." + check.Validator.Name)
                         && !Texts.ContainsKey(check.GetUnformattedErrorMessage())
                     select $"{type.FullName}: {rule.PropertyName} {check.Validator.Name}";

        Assert.NotEmpty(validators);
        Assert.Equal("", string.Join('\n', silent));
    }

    [Fact]
    public void Every_step_of_a_shipped_flow_has_a_name_in_both_languages()
    {
        var flows = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "*.json");

        var nameless = from file in flows
                       let document = WorkflowDocument.Parse(File.ReadAllText(file))
                       from node in document.Nodes
                       where node.Parent is not null && (node.DisplayText == node.Name || FlowSketch.EnglishName(node) is null)
                       select $"{Path.GetFileName(file)}: {node.Id}";

        Assert.NotEmpty(flows);
        Assert.Equal("", string.Join('\n', nameless));
    }

    // What a validator is made of does not matter to what it checks.
    private static IValidator Create(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Single();
        object?[] parts = [.. constructor.GetParameters().Select(p => p.ParameterType == typeof(TimeProvider) ? TimeProvider.System : null)];
        return (IValidator)constructor.Invoke(parts);
    }
}
