using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TitleWorkflow.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class InboxRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkItems_Assignee_DueOn_Id",
                table: "WorkItems");

            migrationBuilder.DropIndex(
                name: "IX_WorkItems_Organisation_Role_DueOn_Id",
                table: "WorkItems");

            migrationBuilder.AddColumn<string>(
                name: "ApplicantName",
                table: "WorkItems",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Channel",
                table: "WorkItems",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "EmployerEnglishName",
                table: "WorkItems",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmployerName",
                table: "WorkItems",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "InboxDay",
                table: "WorkItems",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "Level",
                table: "WorkItems",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "WorkItems",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Series",
                table: "WorkItems",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ApplicantName",
                table: "Declarations",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "EmployerEnglishName",
                table: "Declarations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmployerName",
                table: "Declarations",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.FillInboxRows();

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_Assignee_InboxDay_Id",
                table: "WorkItems",
                columns: new[] { "Assignee", "InboxDay", "Id" },
                filter: "\"Status\" = 'Open' AND \"Assignee\" IS NOT NULL")
                .Annotation("Npgsql:IndexInclude", new[] { "Title", "EnglishTitle", "Form", "Stage", "Declaration", "Number", "ApplicantName", "EmployerName", "EmployerEnglishName", "Series", "Level", "Channel", "DueOn", "CreatedAt", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_Organisation_Role_InboxDay_Id",
                table: "WorkItems",
                columns: new[] { "Organisation", "Role", "InboxDay", "Id" },
                filter: "\"Status\" = 'Open' AND \"Assignee\" IS NULL")
                .Annotation("Npgsql:IndexInclude", new[] { "Title", "EnglishTitle", "Form", "Stage", "Declaration", "Number", "ApplicantName", "EmployerName", "EmployerEnglishName", "Series", "Level", "Channel", "DueOn", "CreatedAt", "Kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkItems_Assignee_InboxDay_Id",
                table: "WorkItems");

            migrationBuilder.DropIndex(
                name: "IX_WorkItems_Organisation_Role_InboxDay_Id",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "ApplicantName",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "Channel",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "EmployerEnglishName",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "EmployerName",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "InboxDay",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "Series",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "ApplicantName",
                table: "Declarations");

            migrationBuilder.DropColumn(
                name: "EmployerEnglishName",
                table: "Declarations");

            migrationBuilder.DropColumn(
                name: "EmployerName",
                table: "Declarations");

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_Assignee_DueOn_Id",
                table: "WorkItems",
                columns: new[] { "Assignee", "DueOn", "Id" },
                filter: "\"Status\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_Organisation_Role_DueOn_Id",
                table: "WorkItems",
                columns: new[] { "Organisation", "Role", "DueOn", "Id" },
                filter: "\"Status\" = 'Open'");
        }
    }
}
