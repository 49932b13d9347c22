using System.Text;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.Filing;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Printing;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Api;

/// <summary>Certificates: one's own, those an office answers for, and their verification by anybody.</summary>
internal static class FilingEndpoints
{
    public static void MapFiling(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/certificates").WithTags("Filing");
        group.MapGet("/", ListAsync)
            .ForRoles()
            .WithName("ListCertificates")
            .WithSummary("One's own certificates, each with the latest look-ups.");
        group.MapGet("/{number}", GetAsync)
            .ForRoles()
            .WithName("GetCertificate")
            .WithSummary("A certificate in full, for its holder and the offices that answer for it.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{number}/qr", GetQrAsync)
            .ForRoles()
            .WithName("GetCertificateQr")
            .WithSummary("The QR code that leads to the public verification page; format svg or png.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{number}/pdf", GetPdfAsync)
            .ForRoles()
            .WithName("GetCertificatePdf")
            .WithSummary("The certificate as PDF; 503 where the server cannot print, then the page is printed by the browser.")
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/verify/{number}", VerifyAsync)
            .AllowAnonymous()
            .WithTags("Filing")
            .WithName("VerifyCertificate")
            .WithSummary("Verifies a certificate by its number, for everybody: 400 mistyped, 404 unknown, 429 too many wrong ones.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapGet("/filing", ListFilingAsync)
            .ForRoles(Role.OrganisingOfficer, Role.CommitteeOffice, Role.CityOfficer, Role.Auditor)
            .WithTags("Filing")
            .WithName("ListFiling")
            .WithSummary("Confirmed results and certificates of one's committees or city, with totals.");
    }

    private static async Task<Ok<ListCertificates.Result>> ListAsync(ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListCertificates.Query(), ct));

    private static async Task<Ok<CertificateFacts>> GetAsync(string number, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetCertificate.Query(number), ct));

    private static async Task<FileContentHttpResult> GetQrAsync(
        string number, ISender sender, PublicAddress address, CancellationToken ct, string format = "svg")
    {
        var certificate = await sender.Send(new GetCertificate.Query(number), ct);
        var target = address.Verify(certificate.Number);

        return format == "png"
            ? TypedResults.Bytes(QrCode.Png(target), "image/png")
            : TypedResults.Bytes(Encoding.UTF8.GetBytes(QrCode.Svg(target)), "image/svg+xml");
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetPdfAsync(
        string number,
        ISender sender,
        ChromiumPrinter printer,
        PublicAddress address,
        IStringLocalizer texts,
        CancellationToken ct)
    {
        var certificate = await sender.Send(new GetCertificate.Query(number), ct);

        return printer.CanPrint
            ? TypedResults.Bytes(
                await printer.PrintAsync(new CertificateSheet(certificate, address.Verify(certificate.Number)), ct),
                "application/pdf",
                $"{certificate.Number}.pdf")
            : TypedResults.Problem(
                statusCode: StatusCodes.Status503ServiceUnavailable, title: texts["filing.cert.no-pdf"]);
    }

    private static async Task<Results<Ok<VerifyCertificate.Result>, ProblemHttpResult>> VerifyAsync(
        string number, CertificateDesk desk, IStringLocalizer texts, CancellationToken ct) =>
        await desk.VerifyAsync(number, ct) switch
        {
            { Verdict: VerifyCertificate.Verdict.Found } found => TypedResults.Ok(found),
            { Verdict: VerifyCertificate.Verdict.Mistyped } => Refuse(texts, StatusCodes.Status400BadRequest, "mistyped"),
            null => Refuse(texts, StatusCodes.Status429TooManyRequests, "too-many"),
            _ => Refuse(texts, StatusCodes.Status404NotFound, "unknown"),
        };

    private static ProblemHttpResult Refuse(IStringLocalizer texts, int status, string key) => TypedResults.Problem(
        statusCode: status,
        title: texts["filing.verify." + key],
        detail: texts[$"filing.verify.{key}.text", WrongNumbers.Allowed]);

    private static async Task<Ok<ListFiling.Result>> ListFilingAsync(
        ISender sender, CancellationToken ct, string? search = null, string? after = null) =>
        TypedResults.Ok(await sender.Send(new ListFiling.Query(search, after), ct));
}
