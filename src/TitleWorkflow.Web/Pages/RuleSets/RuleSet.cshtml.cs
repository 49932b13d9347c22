using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.RuleSets;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.RuleSets;

/// <summary>One version of a rule set: its values with their floors, what differs, the form of its author and the act of a second officer.</summary>
[ForRoles(Role.CityOfficer, Role.ProvinceOfficer, Role.Auditor)]
internal sealed class RuleSetModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public GetRuleSet.Result Set { get; private set; } = null!;

    /// <summary>First day on which the draft shall count, as typed or stored.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>Values as typed; empty before anything was.</summary>
    public Dictionary<string, int> Values { get; private set; } = [];

    /// <summary>A condition being written.</summary>
    public ConditionForm Condition { get; private set; } = new();

    /// <summary>A threshold being written.</summary>
    public ConditionForm Threshold { get; private set; } = new();

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    [ForRoles(Role.CityOfficer)]
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken ct)
    {
        var draft = await sender.Send(new DraftRuleSet.Command(new RuleSetId(Id)), ct);

        return Redirect($"/rule-sets/{draft.Id.Value}");
    }

    [ForRoles(Role.CityOfficer)]
    public async Task<IActionResult> OnPostSaveAsync(DateOnly effectiveFrom, Dictionary<string, int> values, CancellationToken ct)
    {
        (EffectiveFrom, Values) = (effectiveFrom, values);
        await sender.Send(new ReviseRuleSet.Command(new RuleSetId(Id), effectiveFrom, values), ct);
        this.Toast(texts["rulesets.saved"]);

        return Redirect($"/rule-sets/{Id}");
    }

    [ForRoles(Role.CityOfficer)]
    public async Task<IActionResult> OnPostAddAsync(ConditionForm condition, CancellationToken ct)
    {
        Condition = condition;
        await sender.Send(
            new AddCondition.Command(new RuleSetId(Id), condition.Name ?? "", condition.EnglishName ?? "", condition.Level, condition.Asked()), ct);
        this.Toast(texts["rulesets.saved"]);

        return Redirect($"/rule-sets/{Id}");
    }

    [ForRoles(Role.CityOfficer)]
    public async Task<IActionResult> OnPostAskAsync(ConditionForm threshold, CancellationToken ct)
    {
        Threshold = threshold;
        var (code, way) = threshold.Place();
        await sender.Send(new AddThreshold.Command(new RuleSetId(Id), code, way, threshold.Asked()!), ct);
        this.Toast(texts["rulesets.saved"]);

        return Redirect($"/rule-sets/{Id}");
    }

    [ForRoles(Role.CityOfficer)]
    public async Task<IActionResult> OnPostRemoveAsync(string code, int? way, int? threshold, CancellationToken ct)
    {
        await sender.Send(new RemoveCondition.Command(new RuleSetId(Id), code, way, threshold), ct);
        this.Toast(texts["rulesets.saved"]);

        return Redirect($"/rule-sets/{Id}");
    }

    [ForRoles(Role.CityOfficer, Role.ProvinceOfficer)]
    public async Task<IActionResult> OnPostApproveAsync(int revision, CancellationToken ct)
    {
        await sender.Send(new ApproveRuleSet.Command(new RuleSetId(Id), revision), ct);
        this.Toast(texts["rulesets.approved"]);

        return Redirect($"/rule-sets/{Id}");
    }

    public async Task LoadAsync(CancellationToken ct)
    {
        Set = await sender.Send(new GetRuleSet.Query(new RuleSetId(Id)), ct);
        EffectiveFrom = EffectiveFrom == default ? Set.EffectiveFrom : EffectiveFrom;
    }
}
