using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SalesInsight.Sync.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OrgReaders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_salesforce_connections_UserId_OrganizationId_SalesforceUserId",
                table: "salesforce_connections");

            migrationBuilder.AddColumn<bool>(
                name: "IsOrgReader",
                table: "salesforce_connections",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "KnownAt",
                table: "run_leases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsForOrgReader",
                table: "pending_sign_ins",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "org_covered",
                columns: table => new
                {
                    ConnectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_covered", x => x.ConnectionId);
                });

            migrationBuilder.CreateTable(
                name: "org_readings",
                columns: table => new
                {
                    OrganizationId = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    ReaderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Upper = table.Column<long>(type: "INTEGER", nullable: false),
                    ClockOffsetTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    Columns = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    GoodUntil = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_readings", x => x.OrganizationId);
                });

            migrationBuilder.CreateTable(
                name: "org_tasks",
                columns: table => new
                {
                    OrganizationId = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    OwnerId = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true),
                    SystemModstamp = table.Column<long>(type: "INTEGER", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_tasks", x => new { x.OrganizationId, x.RecordId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_salesforce_connections_OrganizationId",
                table: "salesforce_connections",
                column: "OrganizationId",
                unique: true,
                filter: "\"IsOrgReader\"");

            migrationBuilder.CreateIndex(
                name: "IX_salesforce_connections_UserId_OrganizationId_SalesforceUserId_IsOrgReader",
                table: "salesforce_connections",
                columns: new[] { "UserId", "OrganizationId", "SalesforceUserId", "IsOrgReader" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_link_ids_SalesforceId",
                table: "link_ids",
                column: "SalesforceId");

            migrationBuilder.CreateIndex(
                name: "IX_org_covered_OrganizationId",
                table: "org_covered",
                column: "OrganizationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "org_covered");

            migrationBuilder.DropTable(
                name: "org_readings");

            migrationBuilder.DropTable(
                name: "org_tasks");

            migrationBuilder.DropIndex(
                name: "IX_salesforce_connections_OrganizationId",
                table: "salesforce_connections");

            migrationBuilder.DropIndex(
                name: "IX_salesforce_connections_UserId_OrganizationId_SalesforceUserId_IsOrgReader",
                table: "salesforce_connections");

            migrationBuilder.DropIndex(
                name: "IX_link_ids_SalesforceId",
                table: "link_ids");

            migrationBuilder.DropColumn(
                name: "IsOrgReader",
                table: "salesforce_connections");

            migrationBuilder.DropColumn(
                name: "KnownAt",
                table: "run_leases");

            migrationBuilder.DropColumn(
                name: "IsForOrgReader",
                table: "pending_sign_ins");

            migrationBuilder.CreateIndex(
                name: "IX_salesforce_connections_UserId_OrganizationId_SalesforceUserId",
                table: "salesforce_connections",
                columns: new[] { "UserId", "OrganizationId", "SalesforceUserId" },
                unique: true);
        }
    }
}
