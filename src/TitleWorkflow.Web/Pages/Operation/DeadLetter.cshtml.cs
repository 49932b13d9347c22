using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Operation;

/// <summary>One dead letter: tried again or given up for good, for a reason.</summary>
[ForRoles(Role.Administrator)]
internal sealed class DeadLetterModel(ISender sender, IStringLocalizer texts) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Reason { get; set; } = "";

    public GetDeadLetter.Result Seen { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostReplayAsync(CancellationToken ct)
    {
        var done = await sender.Send(new ReplayDeadLetter.Command(Id, Reason), ct);

        return BackToList(done.IsDueAgain ? "operation.replayed" : "operation.replayed.nothing");
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken ct)
    {
        await sender.Send(new DiscardDeadLetter.Command(Id, Reason), ct);

        return BackToList("operation.discarded");
    }

    public async Task LoadAsync(CancellationToken ct) => Seen = await sender.Send(new GetDeadLetter.Query(Id), ct);

    private RedirectResult BackToList(string said)
    {
        this.Toast(texts[said]);

        return Redirect("/dead-letters");
    }
}
