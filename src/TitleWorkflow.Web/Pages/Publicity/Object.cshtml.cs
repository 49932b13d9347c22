using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Publicity;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Publicity;

/// <summary>The form to object to a posted name, and the receipt for it.</summary>
[AllowAnonymous]
[NoIndex]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ObjectModel(ISender sender, ObjectionDesk desk) : PageModel, ILoadsItself
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Statement { get; set; }

    [BindProperty]
    public string? Leads { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public ObjectionRoute Route { get; set; }

    [BindProperty]
    public bool ConcernsOffice { get; set; }

    public GetPublicity.Result Notice { get; private set; } = null!;

    /// <summary>The receipt; null unless this very request objected.</summary>
    public ObjectToName.Result? Receipt { get; private set; }

    /// <summary>Whether so many objections came from the stranger's address that this one was not taken.</summary>
    public bool AreTooMany { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task OnPostAsync(CancellationToken ct)
    {
        Receipt = await desk.TakeAsync(
            new ObjectToName.Command(
                new PublicityNoticeId(Id), new ObjectionWords(Statement, Leads, Name, Contact), Route, ConcernsOffice),
            ct);
        if (Receipt is null)
        {
            (Response.StatusCode, AreTooMany) = (StatusCodes.Status429TooManyRequests, true);
        }

        await LoadAsync(ct);
    }

    public async Task LoadAsync(CancellationToken ct) =>
        Notice = await sender.Send(new GetPublicity.Query(new PublicityNoticeId(Id)), ct);
}
