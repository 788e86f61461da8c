using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesInsight.Sync.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EmailRollUp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "RollUpDue",
                table: "email_logs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_email_logs_ConnectionId_RollUpDue",
                table: "email_logs",
                columns: new[] { "ConnectionId", "RollUpDue" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_email_logs_ConnectionId_RollUpDue",
                table: "email_logs");

            migrationBuilder.DropColumn(
                name: "RollUpDue",
                table: "email_logs");
        }
    }
}
