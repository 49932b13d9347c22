namespace TitleWorkflow.Web.Printing;

/// <summary>
/// Addresses for paper: what a QR code says must lead here from anywhere. <c>Public:BaseAddress</c> says how the public
/// reaches the product; without it, the address the present request came by.
/// </summary>
internal sealed class PublicAddress(IConfiguration configuration, IHttpContextAccessor http)
{
    public Uri Verify(string number) => new(Base, "verify/" + number);

    public Uri VerifySignature(Guid signature) => new(Base, $"verify/nomination/{signature}");

    public Uri Case(Guid declaration) => new(Base, $"declarations/{declaration}");

    public Uri Guide(Guid plan) => new(Base, $"guide/{plan}");

    public Uri Questionnaire(string number) => new(Base, "questionnaires/" + number);

    public Uri Invitation(string code) => new(Base, "invitation/" + code);

    private Uri Base => configuration["Public:BaseAddress"] is { Length: > 0 } given
        ? new Uri(given.TrimEnd('/') + "/")
        : Here(http.HttpContext!.Request);

    private static Uri Here(HttpRequest request) => new($"{request.Scheme}://{request.Host}{request.PathBase}/");
}
