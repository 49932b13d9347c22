using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Questionnaires;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Questions about how far declarations are: draft, open, remind, close; answer; results.</summary>
internal static class QuestionnaireEndpoints
{
    private static readonly Role[] Asking = [.. QuestionnaireAccess.Askers];

    private static readonly Role[] Asked = [Role.EmployerHr, Role.Applicant];

    /// <param name="Role">In which role it is asked.</param>
    /// <param name="Office">The office where that role is held.</param>
    /// <param name="Sheet">What is asked.</param>
    internal sealed record DraftBody(Role Role, OrganisationId Office, QuestionnaireSheet Sheet);

    /// <param name="Values">
    /// Values by label, each as its field says: a number such as 3.5, a date such as 2026-03-02, Yes or No, one of the options.
    /// </param>
    /// <param name="Enterprise">For which enterprise; null for the first, or the only one, one answers for.</param>
    internal sealed record AnswerBody(IReadOnlyDictionary<string, string> Values, OrganisationId? Enterprise = null);

    public static void MapQuestionnaires(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/questionnaires").WithTags("Questionnaires");
        group.MapGet("/", (ISender sender, CancellationToken ct) => sender.Send(new ListQuestionnaires.Query(), ct))
            .ForRoles([.. Asking, .. Asked]).WithName("ListQuestionnaires")
            .WithSummary("Lists the questionnaires one asks, and the open ones one is asked.");
        group.MapGet("/{number}", (string number, ISender sender, CancellationToken ct, Guid? enterprise = null) =>
                sender.Send(new GetQuestionnaire.Query(number, enterprise is { } id ? new OrganisationId(id) : null), ct))
            .ForRoles([.. Asking, .. Asked]).WithName("GetQuestionnaire")
            .WithSummary("Shows a questionnaire; to whoever is asked with their answer and where their declarations stand.");
        group.MapGet("/{number}/results", (string number, ISender sender, CancellationToken ct) =>
                sender.Send(new GetQuestionnaireResults.Query(number), ct))
            .ForRoles(Asking).WithName("GetQuestionnaireResults")
            .WithSummary("Shows who has answered what, who has not, and every field summed up.");
        group.MapPost("/", DraftAsync)
            .ForRoles(Asking).WithName("DraftQuestionnaire").WithSummary("Begins a questionnaire; nobody else sees it before it is opened.");
        group.MapPut("/{number}", ReviseAsync)
            .ForRoles(Asking).WithName("ReviseQuestionnaire").WithSummary("Changes a draft.");
        group.MapDelete("/{number}", DeleteAsync)
            .ForRoles(Asking).WithName("DeleteQuestionnaire").WithSummary("Deletes a draft.");
        group.MapPost("/{number}/open", (string number, ISender sender, CancellationToken ct) =>
                sender.Send(new OpenQuestionnaire.Command(number), ct))
            .ForRoles(Asking).WithName("OpenQuestionnaire").WithSummary("Opens a draft and tells everybody it asks.");
        group.MapPost("/{number}/close", CloseAsync)
            .ForRoles(Asking).WithName("CloseQuestionnaire").WithSummary("Closes an open questionnaire before its last day is over.");
        group.MapPost("/{number}/remind", (string number, ISender sender, CancellationToken ct) =>
                sender.Send(new RemindOfQuestionnaire.Command(number), ct))
            .ForRoles(Asking).WithName("RemindOfQuestionnaire").WithSummary("Reminds those who have not answered, once a day at most.");
        group.MapPut("/{number}/answer", AnswerAsync)
            .ForRoles(Asked).WithName("AnswerQuestionnaire").WithSummary("Answers, or answers again: the last answer counts.");
    }

    private static async Task<Created<DraftQuestionnaire.Result>> DraftAsync(DraftBody body, ISender sender, CancellationToken ct)
    {
        var drafted = await sender.Send(new DraftQuestionnaire.Command(body.Role, body.Office, body.Sheet), ct);

        return TypedResults.Created($"/api/v1/questionnaires/{drafted.Number}", drafted);
    }

    private static async Task<NoContent> ReviseAsync(string number, QuestionnaireSheet body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new ReviseQuestionnaire.Command(number, body), ct);

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DeleteAsync(string number, ISender sender, CancellationToken ct)
    {
        await sender.Send(new DeleteQuestionnaire.Command(number), ct);

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> CloseAsync(string number, ISender sender, CancellationToken ct)
    {
        await sender.Send(new CloseQuestionnaire.Command(number), ct);

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> AnswerAsync(string number, AnswerBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new AnswerQuestionnaire.Command(number, body.Values, body.Enterprise), ct);

        return TypedResults.NoContent();
    }
}
