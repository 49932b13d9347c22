using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TitleWorkflow.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FileChunks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FileChunks",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    Part = table.Column<int>(type: "integer", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileChunks", x => new { x.Sha256, x.Part });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FileChunks");
        }
    }
}
