using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Application.Demand;

/// <summary>
/// Classifiers in memory: the one that ships, and the few of organisations that were used last. Whoever borrows one
/// keeps it from being thrown out.
/// </summary>
internal sealed class ModelCatalogue : IDisposable
{
    // Each holds the weights of its encoders: 20 MB and more.
    private const int MostOfOrganisations = 4;

    private readonly Lock _gate = new();
    private readonly Lazy<Loaded> _shipped = new(() => new Loaded(ShippedModel.Load()));
    private readonly LinkedList<(Guid Id, Lazy<Loaded> Model)> _recent = new();

    /// <summary>SHA-256 of the manifest of the model that ships.</summary>
    public static byte[] ShippedFingerprint { get; } = FingerprintOf(ShippedModel.Folder);

    /// <summary>The one that ships, for as long as the catalogue is there.</summary>
    public IntentClassifier Shipped => _shipped.Value.Classifier;

    /// <summary>Lends a model's classifier; dispose what is lent when done.</summary>
    /// <param name="bundle">Gives the model's zipped bundle, if it has to be loaded; not asked for of the one that ships.</param>
    /// <exception cref="JobFailedException">The bundle cannot be read.</exception>
    public async Task<BorrowedClassifier> BorrowAsync(CatalogueModel model, Func<Task<byte[]?>> bundle)
    {
        if (model.IsShipped)
            return new BorrowedClassifier(_shipped.Value.Borrow());
        while (true)
        {
            if (Find(model.Id) is { } here)
                return new BorrowedClassifier(here);
            var bytes = await bundle() ?? throw new JobFailedException("ModelGone");
            Add(model.Id, new Lazy<Loaded>(() => new Loaded(Load(bytes, model.Fingerprint))));
        }
    }

    /// <summary>The same for a job, whose organisation has the bundle.</summary>
    /// <exception cref="JobFailedException">The bundle cannot be read, or is gone.</exception>
    public Task<BorrowedClassifier> BorrowAsync(RunningJob job, CatalogueModel model, CancellationToken cancellationToken) => BorrowAsync(
        model, () => job.InTransactionAsync(
            db => db.IntentModels.Where(m => m.Id == model.Id).Select(m => m.Bundle).SingleOrDefaultAsync(cancellationToken), cancellationToken));

    /// <summary>SHA-256 of the manifest of a bundle's folder.</summary>
    public static byte[] FingerprintOf(string folder) => Convert.FromHexString(Fingerprint.OfFile(Path.Combine(folder, Manifest.FileName)));

    public void Dispose()
    {
        lock (_gate)
        {
            if (_shipped.IsValueCreated)
                _shipped.Value.Release();
            foreach (var (_, model) in _recent)
                Release(model);
            _recent.Clear();
        }
    }

    private static IntentClassifier Load(byte[] zipped, byte[] fingerprint)
    {
        try
        {
            return BundleArchive.Read(zipped, folder => FingerprintOf(folder).AsSpan().SequenceEqual(fingerprint)
                ? IntentClassifier.ToServe(Bundle.Read(folder))
                : throw new InvalidDataException("The bundle is of another model."));
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new JobFailedException("ModelUnreadable");
        }
    }

    private Loaded? Find(Guid id)
    {
        LinkedListNode<(Guid Id, Lazy<Loaded> Model)>? node;
        lock (_gate)
        {
            for (node = _recent.First; node is not null && node.Value.Id != id; node = node.Next)
            {
            }
            if (node is null)
                return null;
            _recent.Remove(node);
            _recent.AddFirst(node);
        }
        try
        {
            return node.Value.Model.Value.TryBorrow();
        }
        catch
        {
            // Else the failure would be kept in its place.
            lock (_gate)
                _recent.Remove(node.Value);
            throw;
        }
    }

    private void Add(Guid id, Lazy<Loaded> model)
    {
        lock (_gate)
        {
            if (_recent.Any(recent => recent.Id == id))
                return;
            _recent.AddFirst((id, model));
            if (_recent.Count <= MostOfOrganisations)
                return;
            var last = _recent.Last!.Value.Model;
            _recent.RemoveLast();
            Release(last);
        }
    }

    private static void Release(Lazy<Loaded> model)
    {
        if (model.IsValueCreated)
            model.Value.Release();
    }

    /// <summary>A classifier and how many use it, the catalogue itself among them; the last one out disposes it.</summary>
    internal sealed class Loaded(IntentClassifier classifier)
    {
        private int _users = 1;

        public IntentClassifier Classifier => classifier;

        public Loaded Borrow() => TryBorrow() ?? throw new ObjectDisposedException(nameof(ModelCatalogue));

        /// <summary>Null once it has been thrown out.</summary>
        public Loaded? TryBorrow()
        {
            for (var users = Volatile.Read(ref _users); users > 0; users = Volatile.Read(ref _users))
            {
                if (Interlocked.CompareExchange(ref _users, users + 1, users) == users)
                    return this;
            }
            return null;
        }

        public void Release()
        {
            if (Interlocked.Decrement(ref _users) == 0)
                classifier.Dispose();
        }
    }
}

/// <summary>A classifier on loan from the <see cref="ModelCatalogue"/>.</summary>
internal sealed class BorrowedClassifier(ModelCatalogue.Loaded loaded) : IDisposable
{
    private bool _isReturned;

    public IntentClassifier Classifier => loaded.Classifier;

    public void Dispose()
    {
        if (!_isReturned)
            loaded.Release();
        _isReturned = true;
    }
}
