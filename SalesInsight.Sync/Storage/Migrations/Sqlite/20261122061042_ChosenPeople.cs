using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesInsight.Sync.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ChosenPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ChosenPersonId",
                table: "email_recipients",
                type: "TEXT",
                maxLength: 18,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ChosenPersonId",
                table: "email_recipients");
        }
    }
}
