using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Tests.Bundles;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Classification;

public sealed class WordReaderTests
{
    [Fact]
    public void Every_word_of_a_long_text_is_read_once()
    {
        using var classifier = new IntentClassifier(RandomBundle.Create());
        string[] some = ["where", "card", "cards", "cardssssss", "order", "\u0001", new string('s', 300), "card" + new string('s', 80), "please"];
        var random = new Random(1);

        for (var length = 0; length < 120; length++)
        {
            var text = string.Join(length % 3 == 0 ? '\n' : ' ', Enumerable.Range(0, length).Select(_ => some[random.Next(some.Length)]));
            var read = classifier.ReadWords([new Utterance(text, "my order")], TestContext.Current.CancellationToken)[0];

            // One of control characters is of no token.
            Assert.Equal(TextWord.Of(text).Where(word => word.In(text) != "\u0001"), read.Select(word => word.Word));
            Assert.All(read, word => Assert.Equal(1, word.Probabilities.Sum(), 1e-5));
        }
    }

    [Fact]
    public void A_short_text_is_read_as_it_is_when_its_intent_is_asked_for()
    {
        using var classifier = new IntentClassifier(RandomBundle.Create());
        Utterance text = new("where is my order", "refund the card please");

        var read = classifier.ReadWords([text], TestContext.Current.CancellationToken)[0];

        var logits = classifier.Score([text], TestContext.Current.CancellationToken)[0].Others[Head.Personal].Chunk(2);
        Assert.Equal(logits.Select(word => Logits.Softmax(word)), read.Select(word => word.Probabilities));
    }

    [Fact]
    public void A_long_text_is_read_in_whole_lines_each_after_what_was_said_before()
    {
        using var classifier = new IntentClassifier(RandomBundle.Create());
        string[] lines = ["where is my order please", "refund the card", "is the order where my card is", "card card card card please"];

        var read = classifier.ReadWords([new Utterance(string.Join('\n', lines))], TestContext.Current.CancellationToken)[0];

        // Two lines are eight words, as many as are read together of a longer text; the rest is short enough.
        var first = classifier.ReadWords([new Utterance(string.Join(' ', lines[..2]))], TestContext.Current.CancellationToken)[0];
        var second = classifier.ReadWords([new Utterance(string.Join(' ', lines[2..]), string.Join('\n', lines[..2]))], TestContext.Current.CancellationToken)[0];
        Assert.Equal([.. first, .. second], read, (expected, actual) => expected.Probabilities.SequenceEqual(actual.Probabilities));
    }

    [Fact]
    public void Personal_data_is_found_wherever_a_long_turn_is_cut()
    {
        using var model = ShippedModel.Load();
        const string before = "we have had the table for a long time and it is still very good and the people who come here like it a lot and so do we ";
        var phone = model.Manifest.Heads.Single(head => head.Name == Head.Personal).IndexOf("phone");

        for (var words = 20; words <= 60; words++)
        {
            var filler = string.Join(' ', string.Concat(Enumerable.Repeat(before, 3)).Split(' ').Take(words));
            var text = $"{filler} my phone number is 5551234567 {before}";
            var number = model.ReadWords([new Utterance(text)], TestContext.Current.CancellationToken)[0].Single(word => word.Word.In(text) == "5551234567");

            Assert.True(number.Probabilities[phone] > 0.5, $"after {words} words: {number.Probabilities[phone]:F2}");
        }
    }
}
