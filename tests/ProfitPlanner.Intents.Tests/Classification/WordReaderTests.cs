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
            var text = string.Join(' ', Enumerable.Range(0, length).Select(_ => some[random.Next(some.Length)]));
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
}
