using Microsoft.EntityFrameworkCore.Migrations;

namespace TitleWorkflow.Persistence.Migrations;

/// <summary>Gives cases and work items stored before they carried their names what lists show of them; the same on both databases.</summary>
internal static class InboxRowsOfStoredCases
{
    public static void FillInboxRows(this MigrationBuilder migration)
    {
        migration.Sql("""
            UPDATE "Declarations" SET
                "ApplicantName" = COALESCE((SELECT p."Name" FROM "People" p WHERE p."Id" = "Declarations"."Applicant"), ''),
                "EmployerName" = COALESCE((SELECT o."Name" FROM "Organisations" o WHERE o."Id" = "Declarations"."Employer"), ''),
                "EmployerEnglishName" = (SELECT o."EnglishName" FROM "Organisations" o WHERE o."Id" = "Declarations"."Employer")
            """);
        migration.Sql("""
            UPDATE "WorkItems" SET
                "InboxDay" = COALESCE("WorkItems"."DueOn", '9999-01-01'),
                "Number" = d."Number",
                "ApplicantName" = d."ApplicantName",
                "EmployerName" = d."EmployerName",
                "EmployerEnglishName" = d."EmployerEnglishName",
                "Series" = d."Series",
                "Level" = d."Level",
                "Channel" = d."Channel"
            FROM "Declarations" d WHERE d."Id" = "WorkItems"."Declaration"
            """);
    }
}
