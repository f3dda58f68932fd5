using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProfitPlanner.Data.Migrations
{
    /// <inheritdoc />
    public partial class AcceptedInvitations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "accepted_by",
                table: "invitations",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_accepted_by",
                table: "invitations",
                column: "accepted_by");

            migrationBuilder.AddForeignKey(
                name: "fk_invitations_people_accepted_by",
                table: "invitations",
                column: "accepted_by",
                principalSchema: "accounts",
                principalTable: "people",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_invitations_people_accepted_by",
                table: "invitations");

            migrationBuilder.DropIndex(
                name: "ix_invitations_accepted_by",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "accepted_by",
                table: "invitations");
        }
    }
}
