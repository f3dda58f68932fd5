using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProfitPlanner.Data.Migrations
{
    /// <inheritdoc />
    public partial class Transcripts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    attributes = table.Column<string>(type: "jsonb", nullable: false),
                    turns = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversations", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_conversations_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "defined_intents",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    examples = table.Column<string[]>(type: "text[]", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_defined_intents", x => new { x.organisation_id, x.key });
                    table.ForeignKey(
                        name: "fk_defined_intents_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "demand_segments",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    rule = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_demand_segments", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_demand_segments_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    scenario_id = table.Column<Guid>(type: "uuid", nullable: false),
                    path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    signal = table.Column<string>(type: "jsonb", nullable: false),
                    proposal = table.Column<string>(type: "jsonb", nullable: false),
                    before = table.Column<string>(type: "jsonb", nullable: false),
                    remark = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_evidence_people_decided_by",
                        column: x => x.decided_by,
                        principalSchema: "accounts",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_people_proposed_by",
                        column: x => x.proposed_by,
                        principalSchema: "accounts",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_scenarios_organisation_id_scenario_id",
                        columns: x => new { x.organisation_id, x.scenario_id },
                        principalTable: "scenarios",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "intent_models",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    bundle = table.Column<byte[]>(type: "bytea", nullable: true),
                    figures = table.Column<string>(type: "jsonb", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_current = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_intent_models", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_intent_models_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_intent_models_people_created_by",
                        column: x => x.created_by,
                        principalSchema: "accounts",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    done = table.Column<long>(type: "bigint", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_before = table.Column<long>(type: "bigint", nullable: false),
                    failure = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    is_cancel_requested = table.Column<bool>(type: "boolean", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jobs", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_jobs_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_jobs_people_created_by",
                        column: x => x.created_by,
                        principalSchema: "accounts",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "topics",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    terms = table.Column<string[]>(type: "text[]", nullable: false),
                    direction = table.Column<float[]>(type: "real[]", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    is_kept = table.Column<bool>(type: "boolean", nullable: false),
                    merged_into = table.Column<Guid>(type: "uuid", nullable: true),
                    x = table.Column<double>(type: "double precision", nullable: false),
                    y = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topics", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_topics_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_topics_topics_organisation_id_merged_into",
                        columns: x => new { x.organisation_id, x.merged_into },
                        principalTable: "topics",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "uploads",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    file_size = table.Column<long>(type: "bigint", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    format = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reading = table.Column<string>(type: "jsonb", nullable: false),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    resumption = table.Column<string>(type: "jsonb", nullable: true),
                    mask_key = table.Column<byte[]>(type: "bytea", nullable: true),
                    records = table.Column<long>(type: "bigint", nullable: false),
                    turns = table.Column<long>(type: "bigint", nullable: false),
                    conversations = table.Column<long>(type: "bigint", nullable: false),
                    rejected = table.Column<long>(type: "bigint", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_uploads", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_uploads_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_uploads_people_created_by",
                        column: x => x.created_by,
                        principalSchema: "accounts",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "segment_conversations",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    segment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_segment_conversations", x => new { x.organisation_id, x.segment_id, x.conversation_id });
                    table.ForeignKey(
                        name: "fk_segment_conversations_conversations_organisation_id_convers",
                        columns: x => new { x.organisation_id, x.conversation_id },
                        principalTable: "conversations",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_segment_conversations_demand_segments_organisation_id_segme",
                        columns: x => new { x.organisation_id, x.segment_id },
                        principalTable: "demand_segments",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conversation_intents",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intent = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    confidence = table.Column<float>(type: "real", nullable: false),
                    mentioned = table.Column<string[]>(type: "text[]", nullable: false),
                    first_sentiment = table.Column<float>(type: "real", nullable: true),
                    last_sentiment = table.Column<float>(type: "real", nullable: true),
                    sentiment = table.Column<float>(type: "real", nullable: true),
                    price_words = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversation_intents", x => new { x.organisation_id, x.model_id, x.conversation_id });
                    table.ForeignKey(
                        name: "fk_conversation_intents_conversations_organisation_id_conversa",
                        columns: x => new { x.organisation_id, x.conversation_id },
                        principalTable: "conversations",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_conversation_intents_intent_models_organisation_id_model_id",
                        columns: x => new { x.organisation_id, x.model_id },
                        principalTable: "intent_models",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "counted_demand",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    counted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    conversations = table.Column<long>(type: "bigint", nullable: false),
                    classified = table.Column<long>(type: "bigint", nullable: false),
                    is_by_day = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counted_demand", x => new { x.organisation_id, x.model_id });
                    table.ForeignKey(
                        name: "fk_counted_demand_intent_models_organisation_id_model_id",
                        columns: x => new { x.organisation_id, x.model_id },
                        principalTable: "intent_models",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "topic_searches",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    turns = table.Column<int>(type: "integer", nullable: false),
                    tried = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topic_searches", x => x.organisation_id);
                    table.ForeignKey(
                        name: "fk_topic_searches_intent_models_organisation_id_model_id",
                        columns: x => new { x.organisation_id, x.model_id },
                        principalTable: "intent_models",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_topic_searches_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rejected_records",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    upload_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rejected_records", x => new { x.organisation_id, x.upload_id, x.line });
                    table.ForeignKey(
                        name: "fk_rejected_records_uploads_organisation_id_upload_id",
                        columns: x => new { x.organisation_id, x.upload_id },
                        principalTable: "uploads",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "turns",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    upload_id = table.Column<Guid>(type: "uuid", nullable: false),
                    speaker = table.Column<short>(type: "smallint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turns", x => new { x.organisation_id, x.conversation_id, x.number });
                    table.ForeignKey(
                        name: "fk_turns_conversations_organisation_id_conversation_id",
                        columns: x => new { x.organisation_id, x.conversation_id },
                        principalTable: "conversations",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_turns_uploads_organisation_id_upload_id",
                        columns: x => new { x.organisation_id, x.upload_id },
                        principalTable: "uploads",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "uploaded_conversations",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    upload_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    turns = table.Column<int>(type: "integer", nullable: false),
                    masks = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_uploaded_conversations", x => new { x.organisation_id, x.upload_id, x.conversation_id });
                    table.ForeignKey(
                        name: "fk_uploaded_conversations_conversations_organisation_id_conver",
                        columns: x => new { x.organisation_id, x.conversation_id },
                        principalTable: "conversations",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_uploaded_conversations_uploads_organisation_id_upload_id",
                        columns: x => new { x.organisation_id, x.upload_id },
                        principalTable: "uploads",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "demand_counts",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    segment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    measure = table.Column<short>(type: "smallint", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    conversations = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_demand_counts", x => new { x.organisation_id, x.model_id, x.segment_id, x.measure, x.key, x.day });
                    table.ForeignKey(
                        name: "fk_demand_counts_counted_demand_organisation_id_model_id",
                        columns: x => new { x.organisation_id, x.model_id },
                        principalTable: "counted_demand",
                        principalColumns: new[] { "organisation_id", "model_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "settled_turns",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    intent = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settled_turns", x => new { x.organisation_id, x.conversation_id, x.number });
                    table.ForeignKey(
                        name: "fk_settled_turns_defined_intents_organisation_id_intent",
                        columns: x => new { x.organisation_id, x.intent },
                        principalTable: "defined_intents",
                        principalColumns: new[] { "organisation_id", "key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_settled_turns_people_settled_by",
                        column: x => x.settled_by,
                        principalSchema: "accounts",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_settled_turns_turns_organisation_id_conversation_id_number",
                        columns: x => new { x.organisation_id, x.conversation_id, x.number },
                        principalTable: "turns",
                        principalColumns: new[] { "organisation_id", "conversation_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "signal_conversations",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signal = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signal_conversations", x => new { x.organisation_id, x.signal, x.conversation_id });
                    table.ForeignKey(
                        name: "fk_signal_conversations_turns_organisation_id_conversation_id_",
                        columns: x => new { x.organisation_id, x.conversation_id, x.number },
                        principalTable: "turns",
                        principalColumns: new[] { "organisation_id", "conversation_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "topic_turns",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    topic_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nearness = table.Column<float>(type: "real", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topic_turns", x => new { x.organisation_id, x.conversation_id, x.number });
                    table.ForeignKey(
                        name: "fk_topic_turns_topics_organisation_id_topic_id",
                        columns: x => new { x.organisation_id, x.topic_id },
                        principalTable: "topics",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_topic_turns_turns_organisation_id_conversation_id_number",
                        columns: x => new { x.organisation_id, x.conversation_id, x.number },
                        principalTable: "turns",
                        principalColumns: new[] { "organisation_id", "conversation_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "turn_intents",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    intent = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    likeliest = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    confidence = table.Column<float>(type: "real", nullable: false),
                    alternative = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    sentiment = table.Column<float>(type: "real", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turn_intents", x => new { x.organisation_id, x.model_id, x.conversation_id, x.number });
                    table.ForeignKey(
                        name: "fk_turn_intents_intent_models_organisation_id_model_id",
                        columns: x => new { x.organisation_id, x.model_id },
                        principalTable: "intent_models",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_turn_intents_turns_organisation_id_conversation_id_number",
                        columns: x => new { x.organisation_id, x.conversation_id, x.number },
                        principalTable: "turns",
                        principalColumns: new[] { "organisation_id", "conversation_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "turn_labels",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intent = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    labelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turn_labels", x => new { x.organisation_id, x.conversation_id, x.number, x.person_id });
                    table.ForeignKey(
                        name: "fk_turn_labels_defined_intents_organisation_id_intent",
                        columns: x => new { x.organisation_id, x.intent },
                        principalTable: "defined_intents",
                        principalColumns: new[] { "organisation_id", "key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_turn_labels_people_person_id",
                        column: x => x.person_id,
                        principalSchema: "accounts",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_turn_labels_turns_organisation_id_conversation_id_number",
                        columns: x => new { x.organisation_id, x.conversation_id, x.number },
                        principalTable: "turns",
                        principalColumns: new[] { "organisation_id", "conversation_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_conversation_intents_organisation_id_conversation_id",
                table: "conversation_intents",
                columns: new[] { "organisation_id", "conversation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_conversation_intents_organisation_id_model_id_intent_conver",
                table: "conversation_intents",
                columns: new[] { "organisation_id", "model_id", "intent", "conversation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_conversations_organisation_id_started_at",
                table: "conversations",
                columns: new[] { "organisation_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_decided_by",
                table: "evidence",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_organisation_id_scenario_id",
                table: "evidence",
                columns: new[] { "organisation_id", "scenario_id" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_proposed_by",
                table: "evidence",
                column: "proposed_by");

            migrationBuilder.CreateIndex(
                name: "ix_intent_models_created_by",
                table: "intent_models",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_intent_models_organisation_id",
                table: "intent_models",
                column: "organisation_id",
                unique: true,
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "ix_intent_models_organisation_id_number",
                table: "intent_models",
                columns: new[] { "organisation_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_jobs_created_at",
                table: "jobs",
                column: "created_at",
                filter: "state in ('Queued', 'Running')");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_created_by",
                table: "jobs",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_segment_conversations_organisation_id_conversation_id",
                table: "segment_conversations",
                columns: new[] { "organisation_id", "conversation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_settled_turns_organisation_id_intent",
                table: "settled_turns",
                columns: new[] { "organisation_id", "intent" });

            migrationBuilder.CreateIndex(
                name: "ix_settled_turns_settled_by",
                table: "settled_turns",
                column: "settled_by");

            migrationBuilder.CreateIndex(
                name: "ix_signal_conversations_organisation_id_conversation_id_number",
                table: "signal_conversations",
                columns: new[] { "organisation_id", "conversation_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_topic_searches_organisation_id_model_id",
                table: "topic_searches",
                columns: new[] { "organisation_id", "model_id" });

            migrationBuilder.CreateIndex(
                name: "ix_topic_turns_organisation_id_topic_id",
                table: "topic_turns",
                columns: new[] { "organisation_id", "topic_id" });

            migrationBuilder.CreateIndex(
                name: "ix_topics_organisation_id_merged_into",
                table: "topics",
                columns: new[] { "organisation_id", "merged_into" });

            migrationBuilder.CreateIndex(
                name: "ix_turn_intents_organisation_id_conversation_id_number",
                table: "turn_intents",
                columns: new[] { "organisation_id", "conversation_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_turn_labels_organisation_id_intent",
                table: "turn_labels",
                columns: new[] { "organisation_id", "intent" });

            migrationBuilder.CreateIndex(
                name: "ix_turn_labels_person_id",
                table: "turn_labels",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_turns_organisation_id_upload_id",
                table: "turns",
                columns: new[] { "organisation_id", "upload_id" });

            migrationBuilder.CreateIndex(
                name: "ix_uploaded_conversations_organisation_id_conversation_id",
                table: "uploaded_conversations",
                columns: new[] { "organisation_id", "conversation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_uploads_created_by",
                table: "uploads",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_uploads_organisation_id_fingerprint",
                table: "uploads",
                columns: new[] { "organisation_id", "fingerprint" });

            // A worker serves every organisation and is in none: the one look-up of jobs across them all. It belongs to
            // the owner, who may bypass row-level security, and gives nothing but ids. Whoever was served last waits.
            migrationBuilder.Sql("""
                create function claim_job(lease interval) returns table (organisation_id uuid, id uuid)
                language sql volatile security definer set search_path = pg_catalog, pg_temp as
                $$
                  update public.jobs j set state = 'Running', attempts = j.attempts + 1, lease_until = clock_timestamp() + lease,
                    started_at = clock_timestamp(), done_before = j.done
                  where (j.organisation_id, j.id) = (
                    select c.organisation_id, c.id from public.jobs c
                    where c.state = 'Queued' or (c.state = 'Running' and c.lease_until < clock_timestamp())
                    order by (select max(o.started_at) from public.jobs o where o.organisation_id = c.organisation_id) nulls first, c.created_at
                    limit 1 for update skip locked)
                  returning j.organisation_id, j.id
                $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function claim_job(interval)");

            migrationBuilder.DropTable(
                name: "conversation_intents");

            migrationBuilder.DropTable(
                name: "demand_counts");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "jobs");

            migrationBuilder.DropTable(
                name: "rejected_records");

            migrationBuilder.DropTable(
                name: "segment_conversations");

            migrationBuilder.DropTable(
                name: "settled_turns");

            migrationBuilder.DropTable(
                name: "signal_conversations");

            migrationBuilder.DropTable(
                name: "topic_searches");

            migrationBuilder.DropTable(
                name: "topic_turns");

            migrationBuilder.DropTable(
                name: "turn_intents");

            migrationBuilder.DropTable(
                name: "turn_labels");

            migrationBuilder.DropTable(
                name: "uploaded_conversations");

            migrationBuilder.DropTable(
                name: "counted_demand");

            migrationBuilder.DropTable(
                name: "demand_segments");

            migrationBuilder.DropTable(
                name: "topics");

            migrationBuilder.DropTable(
                name: "defined_intents");

            migrationBuilder.DropTable(
                name: "turns");

            migrationBuilder.DropTable(
                name: "intent_models");

            migrationBuilder.DropTable(
                name: "conversations");

            migrationBuilder.DropTable(
                name: "uploads");
        }
    }
}
