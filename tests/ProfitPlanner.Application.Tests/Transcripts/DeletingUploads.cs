using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Transcripts;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Tests.Transcripts;

public sealed class DeletingUploads(UploadingPlanner planner) : IClassFixture<UploadingPlanner>
{
    [Fact]
    public async Task What_another_upload_has_too_stays_whole_and_counts_as_its_own()
    {
        var uploader = await Uploader.OfAsync(planner);
        var first = await uploader.UploadedAsync("conversation,speaker,text\n1,customer,one\n1,agent,two\n2,customer,three\n", source: "desk");
        var second = await uploader.UploadedAsync("conversation,speaker,text\n1,customer,one\n1,agent,two\n", source: "desk");

        await uploader.Owner.Send(new DeleteUpload.Command(first.Id));

        Assert.Equal(["1#0 Customer: one [] ", "1#1 Agent: two [] "], await uploader.TurnsAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => uploader.Owner.Send(new OpenUpload.Query(first.Id)));
        Assert.Equal(2, (await uploader.Owner.Send(new OpenUpload.Query(second.Id))).Turns);
        Assert.Equal(2, (await uploader.Owner.Send(new ListUploads.Query())).Turns);
    }

    [Fact]
    public async Task What_another_upload_is_importing_meanwhile_stays()
    {
        var uploader = await Uploader.OfAsync(planner);
        var first = await uploader.UploadedAsync("conversation,text\n1,one\n", source: "desk");
        var second = await uploader.UploadedAsync("conversation,text\n2,two\n", source: "desk");
        var conversation = (await uploader.ConversationsAsync())[0].Id;
        await using var importing = planner.Database.AsOwner();
        await using var part = await importing.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await importing.Database.ExecuteSqlAsync($"select from uploads where id = {second.Id} for update", TestContext.Current.CancellationToken);
        importing.Add(new UploadedConversation { OrganisationId = uploader.Organisation.Id, UploadId = second.Id, ConversationId = conversation, Turns = 1 });
        await importing.SaveChangesAsync(TestContext.Current.CancellationToken);

        var deleting = uploader.Owner.Send(new DeleteUpload.Command(first.Id));
        await Task.WhenAny(deleting, Task.Delay(500, TestContext.Current.CancellationToken));
        await part.CommitAsync(TestContext.Current.CancellationToken);
        await deleting;

        Assert.Equal(["1#0 Customer: one [] ", "2#0 Customer: two [] "], await uploader.TurnsAsync());
    }
}
