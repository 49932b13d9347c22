using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Web.Notices;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>What the product tells a person.</summary>
internal static class NoticeEndpoints
{
    /// <param name="Notice">The notice.</param>
    /// <param name="Key">What it tells, stable: <c>notice.supplement</c>.</param>
    /// <param name="Title">Its heading in the language of the request.</param>
    /// <param name="Text">Its sentence in the language of the request.</param>
    /// <param name="Link">Page it leads to; null if none.</param>
    /// <param name="At">When it was written.</param>
    /// <param name="IsRead">Whether it was read.</param>
    internal sealed record NoticeView(
        Guid Notice, string Key, string Title, string Text, string? Link, DateTimeOffset At, bool IsRead);

    /// <param name="Items">Newest first, at most 25.</param>
    /// <param name="Unread">How many of all are not read yet.</param>
    /// <param name="Next">To ask for the next page with; null on the last.</param>
    internal sealed record NoticeList(IReadOnlyList<NoticeView> Items, int Unread, Guid? Next);

    public static void MapNotices(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/notices").WithTags("Notices").ForRoles();
        group.MapGet("/", ListAsync)
            .WithName("ListNotices")
            .WithSummary("Lists your notices, newest first, 25 at a time; pass `next` as `after` for the following page.");
        group.MapPost("/{id:guid}/read", ReadAsync)
            .WithName("ReadNotice")
            .WithSummary("Marks one of your notices as read.");
        group.MapPost("/read", ReadAllAsync)
            .WithName("ReadAllNotices")
            .WithSummary("Marks your notices as read, at most 500 at once.");
    }

    private static async Task<Ok<NoticeList>> ListAsync(
        ISender sender, NoticeWords words, CancellationToken ct, Guid? after = null)
    {
        var found = await sender.Send(new ListNotices.Query(after), ct);
        return TypedResults.Ok(new NoticeList(
            [
                .. found.Items.Select(n => new NoticeView(
                    n.Notice, n.Text, words.Title(n.Text), words.Sentence(n.Text, n.Values), n.Link, n.At, n.IsRead)),
            ],
            found.Unread,
            found.Next));
    }

    private static async Task<NoContent> ReadAsync(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new ReadNotice.Command(id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ReadAllAsync(ISender sender, CancellationToken ct)
    {
        await sender.Send(new ReadAllNotices.Command(), ct);
        return TypedResults.NoContent();
    }
}
