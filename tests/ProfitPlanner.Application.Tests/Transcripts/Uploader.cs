using System.Text;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Transcripts;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Application.Transcripts.Recognition;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Transcripts;

/// <summary>Does what a browser does with a file, as the owner of an organisation.</summary>
internal sealed class Uploader(Planner planner, GivenOrganisation organisation)
{
    public static async Task<Uploader> OfAsync(Planner planner) => new(planner, await planner.GivenOrganisationAsync());

    public GivenOrganisation Organisation => organisation;

    public Sender Owner { get; } = planner.As(organisation.Owner, organisation);

    public static FileProbe Probe(byte[] file, string name) =>
        new(name, file.Length, file, name.EndsWith(".xlsx", StringComparison.Ordinal) ? file.Length : Math.Min(file.Length, FileProbe.LongestHead));

    public Task<LookAtFile.Result> LookAsync(byte[] file, string name, Guid? upload = null, ReadAs? readAs = null) =>
        Owner.Send(new LookAtFile.Command(upload, Probe(file, name), readAs ?? new ReadAs()));

    public async Task<FileProposal> ProposedAsync(byte[] file, string name) =>
        Assert.IsType<LookAtFile.Result.Proposed>(await LookAsync(file, name)).Proposal;

    public async Task<Guid> ConfirmedAsync(byte[] file, string name, string? source = null, Func<ProposedColumn, ColumnRole>? role = null)
    {
        var proposal = await ProposedAsync(file, name);
        var confirmed = await Owner.Send(new ConfirmUpload.Command(
            proposal.Id, [.. proposal.Columns.Select(column => role?.Invoke(column) ?? column.Role)],
            proposal.Speakers.ToDictionary(speaker => speaker.Key, speaker => speaker.Speaker), proposal.Others, source ?? proposal.Source));
        Assert.Equal(ConfirmUpload.Result.Confirmed, confirmed);
        return proposal.Id;
    }

    public Task<UploadStatus> PartAsync(Guid id, byte[] file, long offset, int length) =>
        Owner.Send(new ImportPart.Command(id, offset, file.AsMemory((int)offset, (int)Math.Min(length, file.Length - offset))));

    /// <summary>Sends the file from where the upload stands to its end.</summary>
    public async Task<UploadStatus> SendAsync(Guid id, byte[] file, int partLength = ImportPart.Longest)
    {
        var status = await Owner.Send(new OpenUpload.Query(id));
        while (status.State == UploadState.Importing)
        {
            var isWhole = status.Format == UploadFormat.Workbook;
            var next = await PartAsync(id, file, status.Position, isWhole ? file.Length : partLength);
            Assert.False(next == status with { CreatedBy = "" }, "The upload stands still.");
            status = next;
        }
        return status;
    }

    public async Task<UploadStatus> UploadedAsync(byte[] file, string name, int partLength = ImportPart.Longest, string? source = null) =>
        await SendAsync(await ConfirmedAsync(file, name, source), file, partLength);

    public Task<UploadStatus> UploadedAsync(string text, string name = "talk.csv", string? source = null) => UploadedAsync(Encoding.UTF8.GetBytes(text), name, source: source);

    /// <summary>Every turn the organisation has, as lines of text, but for ids.</summary>
    public async Task<IReadOnlyList<string>> TurnsAsync()
    {
        await using var db = planner.Database.AsOwner();
        var turns = await db.Turns.IgnoreQueryFilters().Where(t => t.OrganisationId == organisation.Id)
            .Join(db.Conversations.IgnoreQueryFilters().Where(c => c.OrganisationId == organisation.Id), t => t.ConversationId, c => c.Id, (t, c) => new { Turn = t, Conversation = c })
            .ToListAsync();
        return [.. turns.OrderBy(t => t.Conversation.Number, StringComparer.Ordinal).ThenBy(t => t.Conversation.Id).ThenBy(t => t.Turn.Number)
            .Select(t => FormattableString.Invariant($"{t.Conversation.Number}#{t.Turn.Number} {t.Turn.Speaker}: {t.Turn.Text} [{t.Turn.Label}] {t.Turn.At:u}"))];
    }

    public async Task<IReadOnlyList<Conversation>> ConversationsAsync()
    {
        await using var db = planner.Database.AsOwner();
        return await db.Conversations.IgnoreQueryFilters().Where(c => c.OrganisationId == organisation.Id).OrderBy(c => c.Number).ToListAsync();
    }

    /// <summary>Whether anything is kept from which masked values could be told.</summary>
    public async Task<bool> RemembersMasksAsync(Guid id)
    {
        await using var db = planner.Database.AsOwner();
        return await db.Uploads.IgnoreQueryFilters().AnyAsync(u => u.Id == id && u.MaskKey != null)
            || await db.UploadedConversations.IgnoreQueryFilters().AnyAsync(u => u.UploadId == id && u.Masks != null);
    }

    public async Task<IReadOnlyList<Job>> JobsAsync()
    {
        await using var db = planner.Database.AsOwner();
        return await db.Jobs.IgnoreQueryFilters().Where(j => j.OrganisationId == organisation.Id).ToListAsync();
    }
}
