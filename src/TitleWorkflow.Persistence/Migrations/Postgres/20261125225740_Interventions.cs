using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TitleWorkflow.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Interventions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Declaration",
                table: "WorkflowInstances",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Trouble",
                table: "WorkflowInstances",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Interventions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    InstanceId = table.Column<string>(type: "text", nullable: false),
                    Declaration = table.Column<Guid>(type: "uuid", nullable: true),
                    ActivityInstanceId = table.Column<string>(type: "text", nullable: true),
                    Step = table.Column<string>(type: "text", nullable: true),
                    EnglishStep = table.Column<string>(type: "text", nullable: true),
                    Outcome = table.Column<string>(type: "text", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Remark = table.Column<string>(type: "text", nullable: true),
                    PendingOn = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interventions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_CreatedAt_Id",
                table: "WorkflowInstances",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_Declaration",
                table: "WorkflowInstances",
                column: "Declaration");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_DefinitionId_CreatedAt_Id",
                table: "WorkflowInstances",
                columns: new[] { "DefinitionId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_Name",
                table: "WorkflowInstances",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_Trouble_CreatedAt_Id",
                table: "WorkflowInstances",
                columns: new[] { "Trouble", "CreatedAt", "Id" },
                filter: "\"Trouble\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_InstanceId",
                table: "Interventions",
                column: "InstanceId");

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_PendingOn",
                table: "Interventions",
                column: "PendingOn",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_Status_Id",
                table: "Interventions",
                columns: new[] { "Status", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Interventions");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_CreatedAt_Id",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_Declaration",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_DefinitionId_CreatedAt_Id",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_Name",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_Trouble_CreatedAt_Id",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "Declaration",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "Trouble",
                table: "WorkflowInstances");
        }
    }
}
