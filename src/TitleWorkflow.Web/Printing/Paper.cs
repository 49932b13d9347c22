using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Filing;

namespace TitleWorkflow.Web.Printing;

/// <summary>An official paper: what it says; the reader's right to see it was asked before it was made.</summary>
/// <param name="View">The partial view that sets it.</param>
/// <param name="Style">Its style sheet.</param>
/// <param name="Heading">Text key of what it is.</param>
/// <param name="IsKept">Whether a printed one is kept: it says the same for a long time.</param>
internal abstract record Paper(string View, string Style, string Heading, bool IsKept);

/// <summary>A certificate, with the address its QR code leads to.</summary>
internal sealed record CertificateSheet(CertificateFacts Certificate, Uri VerifyAddress)
    : Paper("/Pages/Filing/_Sheet.cshtml", "~/css/certificate.css", "filing.cert.heading", IsKept: true);

/// <summary>A dossier as it stands, with the address of its case, which asks the reader to sign in.</summary>
internal sealed record DossierSheet(GetDossier.Result Dossier, Uri CaseAddress)
    : Paper("/Pages/Declarations/_DossierSheet.cshtml", "~/css/dossier-sheet.css", "declarations.paper", IsKept: false);

/// <summary>The slip of an accepted declaration, with the address of its case, which asks the reader to sign in.</summary>
internal sealed record AcceptanceSheet(GetAcceptance.Result Acceptance, Uri CaseAddress)
    : Paper("/Pages/Declarations/_AcceptanceSheet.cshtml", "~/css/dossier-sheet.css", "declarations.acceptance", IsKept: false);

/// <summary>The minutes of a meeting as this reader may know them; made anew each time, because the seal is checked each time.</summary>
internal sealed record MinutesSheet(GetMinutes.Result Minutes)
    : Paper("/Pages/Assessments/_MinutesSheet.cshtml", "~/css/dossier-sheet.css", "assessments.minutes", IsKept: false);
