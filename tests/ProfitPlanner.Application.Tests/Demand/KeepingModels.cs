using System.IO.Compression;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Application.Tests.Demand;

/// <summary>Classifiers in memory, and bundles as zip files.</summary>
public sealed class KeepingModels
{
    private static readonly byte[] Zipped = BundleArchive.Of(ShippedModel.Folder);

    [Fact]
    public async Task A_model_is_loaded_once_and_again_only_after_others_have_pushed_it_out()
    {
        using var catalogue = new ModelCatalogue();
        var first = OfOrganisation();
        var loads = 0;
        async Task<IntentClassifier> BorrowAsync(CatalogueModel model)
        {
            using var borrowed = await catalogue.BorrowAsync(model, () => { loads++; return Task.FromResult<byte[]?>(Zipped); });
            return borrowed.Classifier;
        }

        var one = await BorrowAsync(first);
        Assert.Same(one, await BorrowAsync(first));
        Assert.Equal(1, loads);
        for (var i = 0; i < 4; i++)
            await BorrowAsync(OfOrganisation());

        Assert.NotSame(one, await BorrowAsync(first));
        Assert.Equal(6, loads);
    }

    [Fact]
    public async Task What_is_pushed_out_while_it_is_used_goes_on_working_until_it_is_given_back()
    {
        using var catalogue = new ModelCatalogue();
        using var borrowed = await catalogue.BorrowAsync(OfOrganisation(), () => Task.FromResult<byte[]?>(Zipped));
        for (var i = 0; i < 4; i++)
            (await catalogue.BorrowAsync(OfOrganisation(), () => Task.FromResult<byte[]?>(Zipped))).Dispose();

        Assert.Equal("refund", borrowed.Classifier.Classify("I want a refund").Intent);
    }

    [Fact]
    public async Task A_bundle_that_lacks_a_file_is_unreadable_and_the_next_try_reads_it_anew()
    {
        using var catalogue = new ModelCatalogue();
        var model = OfOrganisation();
        byte[] bundle = Archive("manifest.txt");
        Task<BorrowedClassifier> BorrowAsync() => catalogue.BorrowAsync(model, () => Task.FromResult<byte[]?>(bundle));

        Assert.Equal("ModelUnreadable", (await Assert.ThrowsAsync<JobFailedException>(BorrowAsync)).Message);
        bundle = Zipped;
        using var borrowed = await BorrowAsync();

        Assert.NotNull(borrowed.Classifier);
    }

    [Fact]
    public async Task The_shipped_model_is_one_for_all()
    {
        using var catalogue = new ModelCatalogue();
        var shipped = new CatalogueModel(Guid.NewGuid(), ModelCatalogue.ShippedFingerprint, IsShipped: true, IsCurrent: true);

        using var one = await catalogue.BorrowAsync(shipped, () => throw new InvalidOperationException("It has no bundle."));
        using var other = await catalogue.BorrowAsync(shipped with { Id = Guid.NewGuid() }, () => throw new InvalidOperationException("It has no bundle."));

        Assert.Same(one.Classifier, other.Classifier);
    }

    [Fact]
    public void An_archive_gives_back_what_was_packed_and_leaves_nothing_behind()
    {
        string? folder = null;

        var name = BundleArchive.Read(Zipped, unpacked =>
        {
            folder = unpacked;
            return Bundle.Read(unpacked).Manifest.Name;
        });

        Assert.Equal("support-en", name);
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/tmp/outside.txt")]
    [InlineData("encoder/../../outside.txt")]
    public void A_file_that_would_land_outside_is_refused(string name) =>
        Assert.Throws<InvalidDataException>(() => BundleArchive.Read(Archive(name), _ => true));

    [Fact]
    public void More_files_than_any_bundle_has_are_refused() =>
        Assert.Throws<InvalidDataException>(() => BundleArchive.Read(Archive([.. Enumerable.Range(0, 101).Select(i => $"{i}.txt")]), _ => true));

    private static CatalogueModel OfOrganisation() => new(Guid.NewGuid(), ModelCatalogue.ShippedFingerprint, IsShipped: false, IsCurrent: true);

    private static byte[] Archive(params string[] names)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = new StreamWriter(archive.CreateEntry(name).Open());
                entry.Write("text");
            }
        }
        return packed.ToArray();
    }
}
