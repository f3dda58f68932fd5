using ProfitPlanner.Application.Privacy.Rules;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;

namespace ProfitPlanner.Application.Privacy;

/// <summary>Masks by rules and, where a turn has a word that is not ordinary, by the model that labels words (docs/privacy.md).</summary>
public sealed class PersonalDataMask : IPersonalDataMask
{
    private readonly Lazy<IntentClassifier?> _model;

    /// <param name="load">Gives the model, once it is first needed; null for rules alone. Who makes the model disposes of it.</param>
    public PersonalDataMask(Func<IntentClassifier>? load) => _model = new(() => Load(load));

    /// <inheritdoc/>
    public bool HasModel => _model.Value is not null;

    /// <inheritdoc/>
    public IReadOnlyList<string> Mask(IReadOnlyList<TurnToMask> turns, CancellationToken cancellationToken)
    {
        var pieces = Read(turns, cancellationToken);
        var masked = new string[turns.Count];
        for (var i = 0; i < turns.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            masked[i] = pieces[i] is [var only] ? only.Mask(turns[i].Conversation) : string.Concat(pieces[i].Select(piece => piece.Mask(turns[i].Conversation)));
        }
        return masked;
    }

    /// <summary>The pieces of each turn with what the rules and the model find in them.</summary>
    internal IReadOnlyList<IReadOnlyList<TextPiece>> Read(IReadOnlyList<TurnToMask> turns, CancellationToken cancellationToken)
    {
        List<TextPiece>[] pieces = [.. turns.Select(turn => TextPiece.Of(turn.Text, turn.Before))];
        ReadByModel([.. pieces.SelectMany(own => own).Where(piece => piece.NeedsModel)], cancellationToken);
        return pieces;
    }

    private void ReadByModel(List<TextPiece> pieces, CancellationToken cancellationToken)
    {
        if (pieces.Count == 0 || _model.Value is not { } model)
            return;
        var labels = model.Manifest.Heads.Single(head => head.Kind == HeadKind.TokenLabels).Labels;
        var read = model.ReadWords([.. pieces.Select(piece => piece.ForModel())], cancellationToken);
        for (var i = 0; i < pieces.Count; i++)
            pieces[i].Add(read[i], labels);
    }

    // Rules alone are better than no masking, and than no upload; HasModel tells.
    private static IntentClassifier? Load(Func<IntentClassifier>? load)
    {
        try
        {
            return load?.Invoke() is { } model && model.Manifest.Heads.Any(head => head.Kind == HeadKind.TokenLabels) ? model : null;
        }
        catch (Exception e) when (e is EngineUnavailableException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
