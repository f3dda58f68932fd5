using System.Text;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Npgsql;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Transcripts;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Application.Transcripts.Recognition;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Setup;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Transcripts;

public sealed class ImportingFiles(UploadingPlanner planner) : IClassFixture<UploadingPlanner>
{
    private const string Masked = "conversation,speaker,text,plan,label\n7,customer,I am secretAnna,pro,name\n7,agent,Hello secretAnna and secretBen,pro,\n8,customer,ask secretBen,secretPlan,secretLabel\n7,customer,secretBen again,pro,\nsecretNumber,customer,hi,,\n";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    [Fact]
    public async Task A_table_becomes_conversations_with_what_is_known_of_the_customers()
    {
        var uploader = await Uploader.OfAsync(planner);

        var status = await uploader.UploadedAsync(Files.Csv);

        Assert.Equal((UploadState.Done, 3, 3, 2, 0), (status.State, status.Records, status.Turns, status.Conversations, status.Rejected));
        Assert.Equal(
            ["7#0 Customer: Hi, \"you\"\nthere [] 2024-01-02 10:11:00Z", "7#1 Agent: Hello [] 2024-01-02 10:12:00Z", "8#0 Customer: 价格太贵了 [] 2024-01-03 09:00:00Z"],
            await uploader.TurnsAsync());
        var conversation = (await uploader.ConversationsAsync())[0];
        Assert.Equal(("pro", 2), (conversation.Attributes["plan"], conversation.Turns));
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 10, 11, 0, TimeSpan.Zero), conversation.StartedAt);
    }

    [Fact]
    public async Task Whatever_the_parts_the_turns_and_their_placeholders_are_the_same()
    {
        var file = Bytes(Masked);
        var whole = await Uploader.OfAsync(planner);
        await whole.UploadedAsync(file, "talk.csv");
        string[] expected =
        [
            "#0 Customer: hi [] ", "7#0 Customer: I am [secret 1] [name] ", "7#1 Agent: Hello [secret 1] and [secret 2] [] ", "7#2 Customer: [secret 2] again [] ",
            "8#0 Customer: ask [secret 1] [[secret 2]] ",
        ];
        Assert.Equal(expected, await whole.TurnsAsync());
        Assert.Equal("[secret 3]", (await whole.ConversationsAsync()).Single(c => c.Number == "8").Attributes["plan"]);

        for (var length = 60; length < file.Length; length += 17)
        {
            var parts = await Uploader.OfAsync(planner);
            await parts.UploadedAsync(file, "talk.csv", length);
            Assert.Equal(expected, await parts.TurnsAsync());
            Assert.Equal([1, 3, 1], (await parts.ConversationsAsync()).OrderBy(c => c.Number ?? "", StringComparer.Ordinal).Select(c => c.Turns));
        }
    }

    [Fact]
    public async Task Nothing_unmasked_is_anywhere_in_the_database_and_the_key_is_forgotten_at_the_end()
    {
        var uploader = await Uploader.OfAsync(planner);
        var file = Bytes(Masked);
        var id = await uploader.ConfirmedAsync(file, "talk.csv");
        var status = await uploader.PartAsync(id, file, 0, 120);
        Assert.True(status.Turns > 0);
        Assert.True(await uploader.RemembersMasksAsync(id));
        Assert.DoesNotContain(await planner.EveryRowOfAsync(uploader.Organisation), row => row.Contains("secretAnna", StringComparison.OrdinalIgnoreCase));

        await uploader.SendAsync(id, file);

        var rows = await planner.EveryRowOfAsync(uploader.Organisation);
        Assert.DoesNotContain(rows, row => row.Contains("secretAnna", StringComparison.OrdinalIgnoreCase) || row.Contains("secretNumber", StringComparison.OrdinalIgnoreCase));
        Assert.False(await uploader.RemembersMasksAsync(id));
    }

    [Fact]
    public async Task Names_of_speakers_are_kept_as_keys_and_told_as_placeholders()
    {
        var uploader = await Uploader.OfAsync(planner);
        var file = Bytes("[2024-01-02 10:11] Anna Muster: It costs too much\n[2024-01-02 10:12] Zed: Hello Anna\n[2024-01-02 10:13] Anna Muster: Please cancel\n");

        var proposal = await uploader.ProposedAsync(file, "chat.txt");

        Assert.Equal([("[speaker 1]", Speaker.Customer), ("[speaker 2]", Speaker.Agent)], proposal.Speakers.Select(speaker => (speaker.Name, speaker.Speaker)));
        Assert.Equal("[speaker 1]", proposal.Rows[0][1]);
        Assert.DoesNotContain(await planner.EveryRowOfAsync(uploader.Organisation), row => row.Contains("Muster", StringComparison.Ordinal));
        await uploader.UploadedAsync(file, "chat.txt");
        Assert.Equal(
            ["#0 Customer: It costs too much [] 2024-01-02 10:11:00Z", "#1 Agent: Hello Anna [] 2024-01-02 10:12:00Z", "#2 Customer: Please cancel [] 2024-01-02 10:13:00Z"],
            await uploader.TurnsAsync());
    }

    [Fact]
    public async Task An_import_that_breaks_inside_a_part_goes_on_as_if_nothing_had_been()
    {
        var text = "conversation,speaker,text\n" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"{i / 7},customer,what is secret{i % 11} worth {i}\n"));
        var file = Bytes(text);
        var whole = await Uploader.OfAsync(planner);
        await whole.UploadedAsync(file, "talk.csv");

        var broken = await Uploader.OfAsync(planner);
        var id = await broken.ConfirmedAsync(file, "talk.csv");
        var position = (await broken.PartAsync(id, file, 0, 20_000)).Position;
        foreach (var death in new Func<Task>[] { () => throw new InvalidOperationException("The app is killed."), KillConnectionsAsync })
        {
            planner.Mask.Meanwhile = death;
            try
            {
                await Assert.ThrowsAnyAsync<Exception>(() => broken.PartAsync(id, file, position, 20_000));
            }
            finally
            {
                planner.Mask.Meanwhile = null;
            }
            Assert.Equal(position, (await broken.Owner.Send(new OpenUpload.Query(id))).Position);
        }
        var status = await broken.SendAsync(id, file, 20_000);

        Assert.Equal(2_000, status.Turns);
        Assert.Equal(await whole.TurnsAsync(), await broken.TurnsAsync());
    }

    [Fact]
    public async Task A_part_that_is_sent_twice_or_from_two_windows_is_imported_once()
    {
        var uploader = await Uploader.OfAsync(planner);
        var file = Bytes("text\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"what does it cost {i}\n")));
        var id = await uploader.ConfirmedAsync(file, "talk.csv");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => uploader.PartAsync(id, file, 0, 4_000)));
        Assert.Single(answers.Select(answer => (answer.Position, answer.Turns)).Distinct());
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => uploader.SendAsync(id, file, 3_000)));

        var status = await uploader.Owner.Send(new OpenUpload.Query(id));
        Assert.Equal((UploadState.Done, 500, 500), (status.State, status.Turns, status.Conversations));
        Assert.Equal(500, (await uploader.TurnsAsync()).Count);
    }

    [Fact]
    public async Task Files_that_overlap_do_not_double_a_conversation()
    {
        var uploader = await Uploader.OfAsync(planner);
        await uploader.UploadedAsync("conversation,speaker,text\n1,customer,one\n1,agent,two\n2,customer,three\n", source: "desk");

        var later = await uploader.UploadedAsync("conversation,speaker,text\n1,customer,one\n1,agent,two\n1,customer,and more\n3,customer,four\n", source: "desk");
        var elsewhere = await uploader.UploadedAsync("conversation,speaker,text\n1,customer,another one\n", source: "other desk");

        Assert.Equal((2, 2), (later.Turns, later.Known));
        Assert.Equal(1, elsewhere.Turns);
        Assert.Equal(
            ["1#0 Customer: another one", "1#0 Customer: one", "1#1 Agent: two", "1#2 Customer: and more", "2#0 Customer: three", "3#0 Customer: four"],
            (await uploader.TurnsAsync()).Select(turn => turn[..turn.IndexOf(" [", StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
        Assert.Equal([1, 1, 1, 3], (await uploader.ConversationsAsync()).Select(c => c.Turns).Order());
    }

    [Fact]
    public async Task Turns_stand_in_the_order_of_their_numbers_where_the_file_has_some()
    {
        var uploader = await Uploader.OfAsync(planner);

        var status = await uploader.UploadedAsync("conversation,turn,text\n1,4.0,second\n1,2,first\n1,x,lost\n");

        Assert.Equal(["1#2 Customer: first [] ", "1#4 Customer: second [] "], await uploader.TurnsAsync());
        Assert.Equal(1, status.Rejected);
    }

    [Fact]
    public async Task Two_turns_of_one_number_are_told_and_one_without_a_number_is_counted_around_the_others()
    {
        var uploader = await Uploader.OfAsync(planner);

        var status = await uploader.UploadedAsync("conversation,turn,text\n1,1,first\n1,2,second\n1,2,again\n1,,third\n1,3,fourth\n2,,one\n2,0,two\n");

        Assert.Equal(
            ["1#1 Customer: first [] ", "1#2 Customer: second [] ", "1#3 Customer: fourth [] ", "1#4 Customer: third [] ", "2#0 Customer: two [] ", "2#1 Customer: one [] "],
            await uploader.TurnsAsync());
        Assert.Equal(0, status.Known);
        Assert.Equal([(4, RecordProblem.SameTurnNumber)], (await uploader.Owner.Send(new ListRejected.Query(status.Id))).Items.Select(item => (item.Line, item.Reason)));
        Assert.Single((await uploader.Owner.Send(new ListRejected.Query(status.Id, 30_000_000))).Items);
    }

    [Fact]
    public async Task A_json_member_that_is_masked_is_found_and_its_name_is_kept_nowhere()
    {
        var uploader = await Uploader.OfAsync(planner);
        var file = Bytes("""{"secretText":"what does it cost","secretPlan":"blue"}""" + "\n" + """{"secretText":"please cancel my plan","secretPlan":"red"}""" + "\n");

        var id = await uploader.ConfirmedAsync(file, "talk.jsonl", role: column => column.Name == "[secret 2]" ? ColumnRole.Attribute : column.Role);
        Assert.DoesNotContain(await planner.EveryRowOfAsync(uploader.Organisation), row => row.Contains("secretText", StringComparison.OrdinalIgnoreCase));
        var status = await uploader.SendAsync(id, file);

        Assert.Equal((2, 0), (status.Turns, status.Rejected));
        Assert.Equal(["blue", "red"], (await uploader.ConversationsAsync()).Select(c => c.Attributes["[secret 2]"]).Order());
        Assert.DoesNotContain(await planner.EveryRowOfAsync(uploader.Organisation), row => row.Contains(nameof(FileReading.WayKey), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Columns_of_one_heading_are_told_apart()
    {
        var uploader = await Uploader.OfAsync(planner);
        var file = Bytes("text,note,note\nwhat does it cost,a,b\n");

        await uploader.SendAsync(await uploader.ConfirmedAsync(file, "talk.csv", role: column => column.Role == ColumnRole.Text ? column.Role : ColumnRole.Attribute), file);

        Assert.Equal(new Dictionary<string, string> { ["note"] = "a", ["note 2"] = "b" }, (await uploader.ConversationsAsync()).Single().Attributes);
    }

    [Theory]
    [InlineData("WhatsApp Chat with Crystal Minh.txt", "WhatsApp Chat with [speaker 1].txt", "")]
    [InlineData("chat_crystal_minh.txt", "chat_[speaker 1].txt", "")]
    [InlineData("WhatsApp Chat with +1 415 555 0123.txt", "WhatsApp Chat with [phone 1].txt", "")]
    [InlineData("anna@example.com 2024.txt", "[email 1] 2024.txt", "")]
    [InlineData("crystal_export_20240102.txt", "crystal_export_20240102.txt", "crystal_export")]
    [InlineData("helpdesk.txt", "helpdesk.txt", "helpdesk")]
    public async Task A_name_in_that_of_the_file_is_kept_nowhere(string name, string expected, string source)
    {
        var uploader = await Uploader.OfAsync(planner);

        var proposal = await uploader.ProposedAsync(Bytes("[2024-01-02 10:11] Crystal Minh: It costs too much\n[2024-01-02 10:12] Support: Hello\n"), name);

        Assert.Equal((expected, source), (proposal.FileName, proposal.Source));
    }

    [Fact]
    public async Task A_name_by_which_the_records_are_found_is_kept_nowhere()
    {
        var uploader = await Uploader.OfAsync(planner);

        var refused = await uploader.LookAsync(Bytes("""{"secretAnna":[{"text":"what does it cost"},{"text":"please cancel"}]}"""), "talk.json");

        Assert.Equal(new LookAtFile.Result.Refused(FileProblem.PersonalMember), refused);
        Assert.DoesNotContain(await planner.EveryRowOfAsync(uploader.Organisation), row => row.Contains("secretAnna", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_nobody_goes_on_with_is_ended_at_the_next_look()
    {
        var uploader = await Uploader.OfAsync(planner);
        var proposal = await uploader.ProposedAsync(Bytes(Files.Csv), "talk.csv");
        var file = Bytes(Masked);
        var id = await uploader.ConfirmedAsync(file, "masked.csv");
        await uploader.PartAsync(id, file, 0, 120);

        planner.Clock.Advance(TimeSpan.FromDays(2));
        await uploader.ProposedAsync(Bytes("text\nhello\n"), "other.csv");
        await Assert.ThrowsAsync<NotFoundException>(() => uploader.Owner.Send(new OpenUpload.Query(proposal.Id)));
        Assert.Equal(UploadState.Importing, (await uploader.Owner.Send(new OpenUpload.Query(id))).State);

        planner.Clock.Advance(TimeSpan.FromDays(29));
        await uploader.ProposedAsync(Bytes("text\nhello\n"), "other.csv");
        Assert.Equal(UploadState.Cancelled, (await uploader.Owner.Send(new OpenUpload.Query(id))).State);
        Assert.False(await uploader.RemembersMasksAsync(id));
        Assert.Equal(id, Assert.Single(await uploader.JobsAsync()).Subject);
    }

    [Fact]
    public async Task What_cannot_be_read_is_listed_with_its_line_and_the_rest_goes_in()
    {
        var uploader = await Uploader.OfAsync(planner);
        var text = "time,text,plan\n2024-01-02 10:00,fine,\nsoon,bad time,\n2024-01-02 10:00,,\n2024-01-02 10:00,a,b,c\n,\"never closed,\n2024-01-02 10:00,=1+1,\n2024-01-02 10:00," + new string('x', 32_001) + ",\n";

        var status = await uploader.UploadedAsync(text);

        Assert.Equal((7, 2, 5), (status.Records, status.Turns, status.Rejected));
        var rejected = await uploader.Owner.Send(new ListRejected.Query(status.Id));
        Assert.Equal([(3, "NotATime"), (4, "NoText"), (5, "TooManyColumns"), (6, "UnclosedQuote"), (8, "TextTooLong")], rejected.Items.Select(item => (item.Line, item.Reason)));
        // It is text, and stays what it was: only what goes into a spreadsheet is made harmless.
        Assert.Contains(await uploader.TurnsAsync(), turn => turn.Contains("=1+1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_workbook_is_imported_and_sent_again_after_a_break_goes_on()
    {
        using var workbook = new MemoryStream();
        await workbook.SaveAsAsync(Enumerable.Range(0, 300).Select(i => new { conversation = i / 3, text = $"what does it cost {i}" }), cancellationToken: TestContext.Current.CancellationToken);
        var uploader = await Uploader.OfAsync(planner);
        var file = workbook.ToArray();
        var id = await uploader.ConfirmedAsync(file, "talk.xlsx");
        planner.Mask.Meanwhile = () => throw new InvalidOperationException("The app is killed.");
        await Assert.ThrowsAsync<InvalidOperationException>(() => uploader.SendAsync(id, file));
        planner.Mask.Meanwhile = null;

        var status = await uploader.SendAsync(id, file);

        Assert.Equal((UploadState.Done, 300, 100), (status.State, status.Turns, status.Conversations));
    }

    [Fact]
    public async Task The_same_file_is_recognised_whatever_it_is_called()
    {
        var uploader = await Uploader.OfAsync(planner);
        var first = await uploader.UploadedAsync(Files.Csv, "january.csv");

        var again = await uploader.ProposedAsync(Bytes(Files.Csv), "copy.csv");

        Assert.Equal((first.Id, "january.csv"), (again.Same!.Id, again.Same.FileName));
        Assert.Null((await uploader.ProposedAsync(Bytes(Files.Csv + "9,,customer,more,\n"), "january.csv")).Same);
        Assert.True(await uploader.Owner.Send(new CheckFile.Query(first.Id, Uploader.Probe(Bytes(Files.Csv), "x.csv"))));
        Assert.False(await uploader.Owner.Send(new CheckFile.Query(first.Id, Uploader.Probe(Bytes(Files.Csv + " "), "january.csv"))));
    }

    [Fact]
    public async Task Looking_twice_leaves_one_proposal_and_another_reading_is_taken()
    {
        var uploader = await Uploader.OfAsync(planner);
        var file = Bytes("a;b\nwhat does it cost;5\n");
        var first = await uploader.ProposedAsync(file, "talk.csv");
        Assert.Equal(first.Id, (await uploader.ProposedAsync(file, "talk.csv")).Id);

        var read = Assert.IsType<LookAtFile.Result.Proposed>(await uploader.LookAsync(file, "talk.csv", first.Id, new ReadAs(FileEncoding.Gb18030, ',', HasHeadings: false))).Proposal;

        Assert.Equal((1, 2), (read.Columns.Count, read.Rows.Count));
        Assert.IsType<LookAtFile.Result.AnotherFile>(await uploader.LookAsync(Bytes("other\n"), "talk.csv", first.Id));
        Assert.Single((await uploader.Owner.Send(new ListUploads.Query())).Uploads);
    }

    [Fact]
    public async Task Of_two_equal_proposals_the_first_is_looked_at_again()
    {
        var uploader = await Uploader.OfAsync(planner);
        var first = await uploader.ProposedAsync(Bytes(Files.Csv), "talk.csv");
        await using var db = planner.Database.AsOwner();
        var proposal = await db.Uploads.IgnoreQueryFilters().SingleAsync(u => u.Id == first.Id, TestContext.Current.CancellationToken);
        db.Add(new Upload
        {
            OrganisationId = proposal.OrganisationId,
            FileName = proposal.FileName,
            FileSize = proposal.FileSize,
            Fingerprint = proposal.Fingerprint,
            Format = proposal.Format,
            Reading = proposal.Reading,
            Source = proposal.Source,
            CreatedBy = proposal.CreatedBy,
            CreatedAt = proposal.CreatedAt.AddMinutes(1),
            UpdatedAt = proposal.UpdatedAt,
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(first.Id, (await uploader.ProposedAsync(Bytes(Files.Csv), "talk.csv")).Id);
    }

    [Fact]
    public async Task No_more_than_the_beginning_of_a_file_is_looked_at()
    {
        var uploader = await Uploader.OfAsync(planner);
        var file = new byte[FileProbe.LongestHead + 1];

        await Assert.ThrowsAsync<ValidationException>(() => uploader.Owner.Send(new LookAtFile.Command(null, new FileProbe("a.csv", file.Length, file, file.Length), new ReadAs())));
    }

    [Fact]
    public async Task A_paused_upload_takes_nothing_and_goes_on_when_it_is_resumed()
    {
        var uploader = await Uploader.OfAsync(planner);
        var file = Bytes(Files.Csv);
        var id = await uploader.ConfirmedAsync(file, "talk.csv");
        await uploader.Owner.Send(new SteerUpload.Command(id, SteerUpload.Choice.Pause));

        Assert.Equal((UploadState.Paused, 0), ((await uploader.PartAsync(id, file, 0, file.Length)) is var paused ? (paused.State, paused.Position) : default));
        await uploader.Owner.Send(new SteerUpload.Command(id, SteerUpload.Choice.Resume));
        Assert.Equal(3, (await uploader.SendAsync(id, file)).Turns);

        Assert.Equal(UploadState.Done, (await uploader.Owner.Send(new SteerUpload.Command(id, SteerUpload.Choice.Cancel))).State);
    }

    [Fact]
    public async Task A_cancelled_upload_keeps_what_was_in_and_forgets_its_key()
    {
        var uploader = await Uploader.OfAsync(planner);
        var file = Bytes(Masked);
        var id = await uploader.ConfirmedAsync(file, "talk.csv");
        await uploader.PartAsync(id, file, 0, 120);

        Assert.Equal(UploadState.Cancelled, (await uploader.Owner.Send(new SteerUpload.Command(id, SteerUpload.Choice.Cancel))).State);

        Assert.NotEmpty(await uploader.TurnsAsync());
        Assert.False(await uploader.RemembersMasksAsync(id));
        Assert.Equal(UploadState.Cancelled, (await uploader.PartAsync(id, file, 0, 10)).State);
    }

    [Fact]
    public async Task A_finished_upload_waits_to_be_classified_once()
    {
        var uploader = await Uploader.OfAsync(planner);
        var status = await uploader.UploadedAsync(Files.Csv);

        var job = Assert.Single(await uploader.JobsAsync());
        Assert.Equal((JobKind.Classify, status.Id), (job.Kind, job.Subject));
    }

    [Fact]
    public async Task A_job_that_a_worker_is_about_to_begin_is_not_waited_for()
    {
        var uploader = await Uploader.OfAsync(planner);
        var file = Bytes(Files.Csv);
        var id = await uploader.ConfirmedAsync(file, "talk.csv");
        await uploader.PartAsync(id, file, 0, file.Length - 30);
        await uploader.Owner.Send(new SteerUpload.Command(id, SteerUpload.Choice.Pause));
        await uploader.Owner.Send(new SteerUpload.Command(id, SteerUpload.Choice.Resume));
        await using var worker = planner.Database.AsOwner();
        await using var claim = await worker.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await worker.Database.ExecuteSqlAsync($"update jobs set state = 'Running' where subject = {id}", TestContext.Current.CancellationToken);

        var sending = uploader.SendAsync(id, file);
        await Task.WhenAny(sending, Task.Delay(500, TestContext.Current.CancellationToken));
        await claim.CommitAsync(TestContext.Current.CancellationToken);
        await sending;

        Assert.Equal([JobState.Queued, JobState.Running], (await uploader.JobsAsync()).Select(job => job.State).Order());
    }

    [Fact]
    public async Task Limits_are_told_and_held()
    {
        var uploader = await Uploader.OfAsync(planner);
        var file = Bytes("text\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"what does it cost {i}\n")));
        var id = await uploader.ConfirmedAsync(file, "talk.csv");
        try
        {
            planner.Limits.LargestFile = 10;
            Assert.Equal(new LookAtFile.Result.Refused(FileProblem.TooLarge, 10), await uploader.LookAsync(Bytes(Files.Csv), "a.csv"));
            planner.Limits.LargestFile = 1_000_000;
            planner.Limits.LargestWorkbook = 10;
            Assert.Equal(new LookAtFile.Result.Refused(FileProblem.WorkbookTooLarge, 10), await uploader.LookAsync([.. "PK\u0003\u0004"u8, .. new byte[20]], "a.xlsx"));
            planner.Limits.MostOpenUploads = 1;
            Assert.Equal(new LookAtFile.Result.Refused(FileProblem.TooManyUploads, 1), await uploader.LookAsync(Bytes(Files.Csv), "a.csv"));
            planner.Limits.MostOpenUploads = 20;
            planner.Limits.MostTurns = 10;
            var status = await uploader.SendAsync(id, file, 300);
            Assert.Equal(UploadState.Paused, status.State);
            Assert.False(status.HasRoom);
            Assert.InRange(status.Turns, 10, 30);
            Assert.Equal(UploadState.Paused, (await uploader.Owner.Send(new SteerUpload.Command(id, SteerUpload.Choice.Resume))).State);
            Assert.Equal(new LookAtFile.Result.Refused(FileProblem.NoRoom, 10), await uploader.LookAsync(Bytes(Files.Csv), "a.csv"));
        }
        finally
        {
            (planner.Limits.LargestFile, planner.Limits.MostOpenUploads, planner.Limits.MostTurns) = (1_000_000_000, 20, 5_000_000);
            planner.Limits.LargestWorkbook = ImportPart.LongestWorkbook;
        }
        await uploader.Owner.Send(new SteerUpload.Command(id, SteerUpload.Choice.Resume));
        Assert.Equal(50, (await uploader.SendAsync(id, file)).Turns);
    }

    [Fact]
    public async Task What_one_organisation_uploads_another_does_not_see()
    {
        var uploader = await Uploader.OfAsync(planner);
        var status = await uploader.UploadedAsync(Files.Csv);
        var stranger = await Uploader.OfAsync(planner);

        Assert.Null((await stranger.ProposedAsync(Bytes(Files.Csv), "talk.csv")).Same);
        await stranger.UploadedAsync(Files.Csv);
        await Assert.ThrowsAsync<NotFoundException>(() => stranger.PartAsync(status.Id, Bytes(Files.Csv), 0, 10));

        Assert.Equal(3, (await uploader.TurnsAsync()).Count);
        Assert.Equal(3, (await stranger.TurnsAsync()).Count);
        Assert.Empty((await uploader.ConversationsAsync()).Select(c => c.Id).Intersect((await stranger.ConversationsAsync()).Select(c => c.Id)));
    }

    [Theory]
    [InlineData("airline")]
    [InlineData("fastfood")]
    public async Task Multidogo_is_imported_whole(string domain)
    {
        var uploader = await Uploader.OfAsync(planner);

        var status = await uploader.UploadedAsync(SharedData.Read($"multidogo/{domain}/train.tsv"), "train.tsv", 500_000);

        Assert.Equal(UploadState.Done, status.State);
        Assert.Equal(status.Records, status.Turns + status.Rejected + status.Known);
        Assert.True(status.Rejected * 100 < status.Records, $"{status.Rejected} of {status.Records} were not read.");
        Assert.Equal(status.Turns, (await uploader.ConversationsAsync()).Sum(c => c.Turns));
        var rejected = (await uploader.Owner.Send(new ListRejected.Query(status.Id, Page: null))).Items.Select(item => item.Reason).Distinct();
        Assert.Empty(rejected.Except([RecordProblem.NoText]));
    }

    [Fact]
    public async Task Abcd_is_imported_whole()
    {
        var uploader = await Uploader.OfAsync(planner);

        var status = await uploader.UploadedAsync(SharedData.Read("abcd/abcd_sample.json"), "abcd_sample.json");

        Assert.Equal((72, 3), (status.Turns, status.Conversations));
        Assert.Contains("3592#1 Agent: How can I help you? [] ", await uploader.TurnsAsync());
        Assert.Contains(await uploader.TurnsAsync(), turn => turn.StartsWith("3592#6 Machine: Account has been pulled up", StringComparison.Ordinal));
        Assert.Equal("bronze", (await uploader.ConversationsAsync())[0].Attributes["plan"]);
    }

    private async Task KillConnectionsAsync()
    {
        await using var superuser = new NpgsqlConnection(planner.Database.SuperuserConnection);
        await superuser.OpenAsync();
        await using var kill = new NpgsqlCommand(
            $"select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = '{DatabaseRoles.App}'", superuser);
        await kill.ExecuteNonQueryAsync();
    }
}
