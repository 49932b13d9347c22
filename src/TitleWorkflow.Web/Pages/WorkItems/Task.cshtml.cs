using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;
using TitleWorkflow.Web.WorkItems;

namespace TitleWorkflow.Web.Pages.WorkItems;

/// <summary>One task: the dossier beside the decision; afterwards the next one.</summary>
[ForAllBut(Role.Administrator, Role.Auditor)]
internal sealed class TaskModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The task done just before, to look back at; null after coming from elsewhere.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Done { get; set; }

    [BindProperty]
    public TaskInput Input { get; set; } = new();

    [BindProperty]
    public PassOnInput PassOn { get; set; } = new();

    public GetWorkItem.Result Item { get; private set; } = null!;

    public GetDossier.Result Dossier { get; private set; } = null!;

    /// <summary>What applicant and employer say the dossier is worth, for an expert's opinion; null for other tasks.</summary>
    public GetScore.Result? Score { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Item = await sender.Send(new GetWorkItem.Query(new WorkItemId(Id)), ct);
        if (TaskAddresses.ElsewhereOf(Item) is { } elsewhere)
        {
            return Redirect(elsewhere);
        }

        await LoadAsync(ct);

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // Asked before it is done: afterwards it is no longer among the open ones.
        Item = await sender.Send(new GetWorkItem.Query(new WorkItemId(Id)), ct);
        var done = await sender.Send(Input.For(Id), ct);
        this.Toast(Item.Outcomes.Count == 1
            ? texts["workitems.completed.only", Item.Case.Applicant]
            : texts["workitems.completed", Item.Case.Applicant, texts.Outcome(done.Outcome, Item.Form)]);

        return Redirect(Item.Next is { } next ? $"/work-items/{next}?done={Id}" : "/inbox");
    }

    /// <summary>One more line for the supplement notice, for browsers without JavaScript.</summary>
    public async Task<IActionResult> OnPostAddItemAsync(CancellationToken ct)
    {
        Input.Items.Add(null);
        await LoadAsync(ct);

        return Page();
    }

    public async Task<IActionResult> OnPostClaimAsync(CancellationToken ct)
    {
        await sender.Send(new ClaimWorkItem.Command(new WorkItemId(Id)), ct);
        this.Toast(texts["workitems.claimed"]);

        return Redirect($"/work-items/{Id}");
    }

    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken ct)
    {
        await sender.Send(new ReleaseWorkItem.Command(new WorkItemId(Id)), ct);
        this.Toast(texts["workitems.released"]);

        return Redirect("/inbox");
    }

    public async Task<IActionResult> OnPostPassOnAsync(CancellationToken ct)
    {
        await sender.Send(
            new PassOnWorkItem.Command(
                new WorkItemId(Id), new PersonId(PassOn.To ?? default), PassOn.Manner ?? (PassOnWorkItem.Manner)(-1), PassOn.Reason ?? ""),
            ct);
        this.Toast(texts["workitems.passed-on"]);

        return Redirect("/inbox");
    }

    public async Task LoadAsync(CancellationToken ct)
    {
        Item = await sender.Send(new GetWorkItem.Query(new WorkItemId(Id)), ct);
        Dossier = await sender.Send(new GetDossier.Query(Item.Case.Declaration), ct);
        Score = Item.Needs.Standard is null ? null : await sender.Send(new GetScore.Query(Item.Case.Declaration), ct);
        Input.Prepare(Item.Needs, Item.Fields);
    }

    /// <summary>To whom a task goes, how and why.</summary>
    public sealed class PassOnInput
    {
        public Guid? To { get; set; }

        public PassOnWorkItem.Manner? Manner { get; set; }

        public string? Reason { get; set; }
    }
}
