using System.Text.Json;
using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Tests;

namespace ProfitPlanner.Application.Tests.Privacy;

/// <summary>A conversation still reads after masking: the same value has the same placeholder.</summary>
public sealed class MaskingConversations
{
    [Fact]
    public void A_value_keeps_its_placeholder_and_another_gets_the_next()
    {
        var masked = Masks.ByRules.MaskConversation("write to ann@example.com", "or to bob@example.com", "ANN@example.com is better");

        Assert.Equal(["write to [email 1]", "or to [email 2]", "[email 1] is better"], masked);
    }

    [Fact]
    public void A_word_of_two_names_is_the_first_ones_also_after_a_break()
    {
        var masks = Masks.Conversation();
        Assert.Equal("[name 1]", masks.Placeholder("name", "Anna"));
        Assert.Equal("[name 2]", masks.Placeholder("name", "Ben Clark"));
        Assert.Equal("[name 1]", masks.Placeholder("name", "Anna Clark"));

        foreach (var same in new[] { masks, Masks.Conversation(masks.State) })
        {
            Assert.Equal("[name 1]", same.NameOf("clark"));
            Assert.Equal("[name 2]", same.NameOf("ben"));
            Assert.Equal("[name 1]", same.Placeholder("name", "Anna Clark"));
            Assert.Equal("[name 3]", same.Placeholder("name", "Dora"));
        }
    }

    [Fact]
    public void A_person_is_known_by_one_of_her_names()
    {
        var masked = Masks.ByRules.MaskConversation("May I have your name?", "Crystal Minh", "Is that right, Crystal?", "ms minh, yes", "My name is Tom");

        Assert.Equal(["May I have your name?", "[name 1]", "Is that right, [name 1]?", "ms [name 1], yes", "My name is [name 2]"], masked);
    }

    [Fact]
    public void It_goes_on_from_its_state_with_the_same_placeholders()
    {
        var first = Masks.Conversation();
        Masks.ByRules.Mask("My name is Crystal Minh, order 3348917502", conversation: first);

        var masked = Masks.ByRules.Mask("Crystal asks for order 3348917502 and order 11223344", conversation: Masks.Conversation(first.State));

        Assert.Equal("[name 1] asks for order [order 1] and order [order 2]", masked);
    }

    [Fact]
    public void Its_state_says_nothing_of_the_values()
    {
        var conversation = Masks.Conversation();
        Masks.ByRules.Mask("My name is Crystal Minh, order 3348917502", conversation: conversation);

        Assert.DoesNotContain("crystal", conversation.State, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("3348", conversation.State, StringComparison.Ordinal);
        Assert.NotEqual(conversation.State, StateOf(new ConversationMasks([1, 2, 3])));

        static string? StateOf(ConversationMasks other)
        {
            Masks.ByRules.Mask("My name is Crystal Minh, order 3348917502", conversation: other);
            return other.State;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Real_conversations_lose_what_is_personal_and_keep_the_rest(bool withModel)
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Required(), "abcd", "abcd_sample.json")));
        using var model = withModel ? ShippedModel.Load() : null;
        var mask = new PersonalDataMask(model is null ? null : () => model);

        foreach (var conversation in sample.RootElement.EnumerateArray())
        {
            string[] turns = [.. conversation.GetProperty("original").EnumerateArray().Select(turn => turn[1].GetString()!)];
            var masked = mask.MaskConversation(turns);

            var personal = conversation.GetProperty("scenario").GetProperty("personal");
            var order = conversation.GetProperty("scenario").GetProperty("order");
            string[] secrets =
            [
                .. personal.EnumerateObject().Where(value => value.Name is not "member_level").SelectMany(value => value.Name == "customer_name" ? value.Value.GetString()!.Split(' ') : [value.Value.GetString()!]),
                .. order.EnumerateObject().Where(value => value.Name is "order_id" or "street_address" or "zip_code").Select(value => value.Value.GetString()!),
            ];
            Assert.All(masked, turn => Assert.All(secrets, secret => Assert.DoesNotContain(secret, turn, StringComparison.OrdinalIgnoreCase)));
            // What has nothing personal in it is as it was, but for a word in a hundred that the model takes for more than it is.
            var plain = turns.Zip(masked).Where(turn => !secrets.Any(secret => turn.First.Contains(secret, StringComparison.OrdinalIgnoreCase))).ToArray();
            Assert.InRange(plain.Count(turn => turn.First != turn.Second), 0, 1);
        }
    }
}
