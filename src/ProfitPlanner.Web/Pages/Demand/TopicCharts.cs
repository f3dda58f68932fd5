using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Demand.Topics;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>The map of topics.</summary>
internal sealed class TopicCharts(IStringLocalizer<TopicTexts> texts, IReadOnlyList<ListTopics.Item> topics)
{
    public Chart Map()
    {
        var all = Math.Max(1, topics.Sum(topic => topic.Size));
        var largest = Math.Max(1, topics.Max(topic => topic.Size));
        return new Chart("topics", Title(),
            new PointsDrawing(
            [
                .. topics.Select(topic => new NamedPoint(
                    Place(topic.X), Place(topic.Y), (decimal)topic.Size / largest, Name(topic), $"{texts["Sentences"]}: {Format.Number(topic.Size)}", topic.Change?.Grows == true)),
            ]),
            [texts["Topic"], texts["Sentences"], texts["OfSentences"], texts["Terms"]],
            [.. topics.Select(topic => new[] { Name(topic), Format.Number(topic.Size), Format.Percent((double)topic.Size / all, 1), string.Join(", ", topic.Terms) })]);
    }

    private string Title()
    {
        if (topics.Count == 1)
            return texts["MapOne", Name(topics[0])];
        var (first, second) = (
            from a in topics.Index()
            from b in topics.Skip(a.Index + 1)
            orderby double.Hypot(a.Item.X - b.X, a.Item.Y - b.Y)
            select (a.Item, b)).First();
        return texts["Map", Name(first), Name(second)];
    }

    private static string Name(ListTopics.Item topic) => TopicWords.Name(topic.Name, topic.Terms);

    private static decimal Place(double place) => (decimal)Math.Round(place, 3);
}
