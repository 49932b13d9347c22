using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using TitleWorkflow.Application.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>The official calendar by which every period is counted.</summary>
internal static class CalendarEndpoints
{
    /// <param name="Holidays">Days off, whatever their weekday; all of the one year.</param>
    /// <param name="MakeUpDays">Saturdays and Sundays of the year that are worked instead.</param>
    internal sealed record Body(IReadOnlyList<DateOnly> Holidays, IReadOnlyList<DateOnly> MakeUpDays);

    public static void MapCalendars(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/calendars").WithTags("Calendars");
        group.MapGet("/", ListAsync)
            .ForRoles()
            .WithName("ListOfficialYears")
            .WithSummary("The years whose official holiday notice is loaded; periods may not run beyond them.");
        group.MapPut("/{year:int}", UpdateAsync)
            .ForRoles(Role.Administrator)
            .WithName("UpdateOfficialYear")
            .WithSummary("Loads or corrects a year; running publicity is counted again, ended publicity never.");
    }

    private static async Task<Ok<ListOfficialYears.Result>> ListAsync(ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListOfficialYears.Query(), ct));

    private static async Task<Ok<UpdateOfficialYear.Result>> UpdateAsync(
        int year, Body body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new UpdateOfficialYear.Command(year, body.Holidays, body.MakeUpDays), ct));
}
