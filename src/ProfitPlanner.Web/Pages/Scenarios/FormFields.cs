using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>Reads posted fields that are named by their path in a scenario, and collects what cannot be read.</summary>
internal class FormFields(IFormCollection form)
{
    /// <summary>Stands for the id of an entry that is not there yet, in fields and in the row that a browser copies.</summary>
    public static readonly Guid New = Guid.AllBitsSet;

    private readonly List<FieldProblem> _problems = [];

    public IReadOnlyList<FieldProblem> Problems => _problems;

    protected IFormCollection Form => form;

    public string Text(string path) => Form[path].ToString().Trim();

    public IEnumerable<Guid> Ids(string path) =>
        Form[path].Select(id => Guid.TryParse(id, out var guid) ? guid : Wrong(path, "NotAChoice", Guid.Empty));

    public Estimate? NumberOrNone(string path) => string.IsNullOrWhiteSpace(Form[path]) ? null : Number(path);

    public Estimate Number(string path, decimal whenAbsent = 0) => Read(path, isShare: false, "NotANumber", whenAbsent);

    public Estimate Share(string path, decimal whenAbsent = 0) => Read(path, isShare: true, "NotAShareText", whenAbsent);

    private Estimate Read(string path, bool isShare, string problem, decimal whenAbsent) =>
        !Form.ContainsKey(path) ? whenAbsent
        : string.IsNullOrWhiteSpace(Form[path]) ? 0
        : EstimateText.TryRead(Form[path], isShare, out var number) ? number
        : Wrong<Estimate>(path, problem, 0);

    /// <summary>A field's text as it was just posted, so that what could not be saved is there to mend; else as stored.</summary>
    public static string Typed(HttpRequest request, string path, string stored) =>
        request.HasFormContentType && request.Form.TryGetValue(path, out var typed) ? typed.ToString() : stored;

    public T Wrong<T>(string path, string text, T standIn)
    {
        _problems.Add(new FieldProblem(path, text));
        return standIn;
    }
}
