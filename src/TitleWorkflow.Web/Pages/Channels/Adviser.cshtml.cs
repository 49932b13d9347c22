using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Channels;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Channels;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Channels;

/// <summary>The channel adviser, for everybody; the answer is in the address, and nothing is stored.</summary>
[AllowAnonymous]
[NoIndex]
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
internal sealed class AdviserModel(AdviceDesk desk, ISender sender, ICurrentUser user, IStringLocalizer texts)
    : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public FactsForm Facts { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Whether to begin with what is known of the reader.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Known { get; set; }

    /// <summary>The answer; null where too many were asked.</summary>
    public AdviseChannels.Result? Answer { get; private set; }

    public bool IsKnown => Known && user.Has(Role.Applicant);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>The applicant asks for an officer's decision on a channel, with the facts of the address.</summary>
    [ForRoles(Role.Applicant)]
    public async Task<IActionResult> OnPostAskAsync(Channel channel, CancellationToken ct)
    {
        var asked = await sender.Send(new AskForDecision.Command(Region, Year, channel, Facts.Facts()!), ct);
        this.Toast(texts["channels.decision.asked", asked.Number]);

        return Redirect("/decisions");
    }

    public async Task LoadAsync(CancellationToken ct)
    {
        if (IsKnown && Facts.Level is null)
        {
            var known = await sender.Send(new GetKnownFacts.Query(), ct);
            Facts = new FactsForm
            {
                Level = known.Wanted,
                HeldSeries = known.Title?.Series,
                HeldTitle = known.Title?.Level,
                HeldSince = known.Title?.Since,
                InService = known.IsEmployed ? 1 : null,
            };
        }

        Answer = await desk.AskAsync(Region, Year, Facts.Facts(), ct);
        (Region, Year) = (Answer?.Region ?? Region, Answer?.Year ?? Year);
        Facts.Series ??= TitleSeries.Engineering;
        Response.StatusCode = Answer is null ? StatusCodes.Status429TooManyRequests : StatusCodes.Status200OK;
    }
}
