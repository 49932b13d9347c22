using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows;

/// <summary>What a step of a flow needs to know of its case.</summary>
public sealed class FlowCase(TitleDb db, Jurisdiction jurisdiction, StepTypes types, TimeProvider clock)
{
    /// <summary>The application's time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The declaration the instance runs for; a flow that is only a step of others never gets one, however it was started.</summary>
    public async Task<Declaration> LoadAsync(ActivityExecutionContext context, CancellationToken ct)
    {
        FlowRules.StandsAlone.Require(await types.StandsAloneAsync(context.WorkflowExecutionContext.Definition.VersionId, ct));
        var id = new DeclarationId(Guid.Parse(context.GetWorkflowInput<string>("Declaration")!));
        return await db.Declarations.FindAsync([id], ct)
            ?? throw new InvalidOperationException($"Declaration {id} does not exist.");
    }

    /// <summary>The office a scope means for the declaration.</summary>
    public Task<Organisation> OfficeAsync(Declaration declaration, OfficeScope scope, CancellationToken ct) =>
        jurisdiction.FindAsync(declaration, scope, ct);

    /// <summary>
    /// What a hop of the jurisdiction path does with the declaration: as its rule set says; a level at which nobody stands above the
    /// employer is skipped.
    /// </summary>
    public async Task<HopMode> HopAsync(Declaration declaration, OrganisationKind authority, CancellationToken ct)
    {
        var mode = (await RulesAsync(declaration, ct)).Content.HopAt(authority, declaration.Level);
        return mode == HopMode.Skip || await jurisdiction.IsUnderAsync(declaration.Employer, authority, ct) ? mode : HopMode.Skip;
    }

    /// <summary>The rule set version the declaration was started under.</summary>
    public async Task<RuleSet> RulesAsync(Declaration declaration, CancellationToken ct) =>
        await db.RuleSets.FindAsync([declaration.RuleSet], ct)
        ?? throw new InvalidOperationException($"Rule set {declaration.RuleSet} does not exist.");
}
