using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application;
using TitleWorkflow.Domain;

namespace TitleWorkflow.Web.Problems;

/// <summary>
/// What each exception means to the one who asked: the only place where exceptions become RFC 9457 problems.
/// </summary>
internal sealed class ProblemMap(IStringLocalizer texts, RuleTexts rules, FieldErrors fields)
{
    public static int StatusOf(Exception exception) => exception switch
    {
        ValidationException => StatusCodes.Status400BadRequest,
        RuleBrokenException => StatusCodes.Status409Conflict,
        NotFoundException => StatusCodes.Status404NotFound,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>The problem of an exception, in the language of the request.</summary>
    public ProblemDetails Describe(Exception exception, HttpContext http) => exception switch
    {
        ValidationException invalid => Numbered(http, Describe(invalid)),
        RuleBrokenException refused => Numbered(http, Describe(refused)),
        DbUpdateConcurrencyException => Numbered(http, Plain(StatusCodes.Status409Conflict, "errors.changed")),
        BadHttpRequestException bad => Numbered(http, Describe(bad)),
        _ => Describe(StatusOf(exception), http),
    };

    /// <summary>The problem of a bare status.</summary>
    public ProblemDetails Describe(int status, HttpContext http) => Numbered(http, Plain(status, Key(status)));

    private ValidationProblemDetails Describe(ValidationException invalid) =>
        new(invalid.Errors
            .GroupBy(failure => failure.PropertyName)
            .ToDictionary(group => group.Key, group => group.Select(fields.Describe).ToArray()))
        {
            Status = StatusCodes.Status400BadRequest,
            Title = texts["errors.400.title"],
            Detail = texts["errors.400.detail"],
        };

    private ProblemDetails Describe(RuleBrokenException refused)
    {
        var broken = refused.Rules.Select(rules.Describe).ToList();

        return new ProblemDetails
        {
            Status = StatusCodes.Status409Conflict,
            Title = broken[0].Sentence,
            Detail = broken[0].Remedy,
            Extensions = { ["code"] = broken[0].Code, ["source"] = broken[0].Source, ["rules"] = broken },
        };
    }

    // Only a program can send what no form sends; what could not be read is told to whoever writes it.
    private ProblemDetails Describe(BadHttpRequestException bad)
    {
        var problem = Plain(bad.StatusCode, Key(bad.StatusCode));
        problem.Extensions["cause"] = $"{bad.Message} {bad.InnerException?.Message}".Trim();

        return problem;
    }

    private ProblemDetails Plain(int status, string key) =>
        new() { Status = status, Title = texts[key + ".title"], Detail = texts[key + ".detail"] };

    private static ProblemDetails Numbered(HttpContext http, ProblemDetails problem)
    {
        problem.Extensions["traceId"] = TraceNumber.Of(http);

        return problem;
    }

    private static string Key(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "errors.401",
        StatusCodes.Status403Forbidden => "errors.403",
        StatusCodes.Status404NotFound => "errors.404",
        StatusCodes.Status409Conflict => "errors.409",
        StatusCodes.Status413PayloadTooLarge => "errors.413",
        StatusCodes.Status429TooManyRequests => "errors.429",
        >= 400 and < 500 => "errors.400",
        _ => "errors.500",
    };
}
