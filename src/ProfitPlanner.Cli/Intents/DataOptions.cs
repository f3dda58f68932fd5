using System.CommandLine;
using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Files of labelled texts, and what their columns are called.</summary>
internal sealed class DataOptions
{
    private readonly Option<string> _text = new("--text-column") { Description = "The column of the text.", DefaultValueFactory = _ => "text" };
    private readonly Option<string> _label = new("--label-column") { Description = "The column of the intent; 'oos' means none of them, and several are divided by |.", DefaultValueFactory = _ => "category" };
    private readonly Option<string?> _context = new("--context-column") { Description = "The column of what the same person said before." };
    private readonly Option<string?> _conversation = new("--conversation-column") { Description = "The column that says which rows are one conversation: the turns before a row are its context." };
    private readonly Option<string?> _turn = new("--turn-column") { Description = "The column of a row's place in its conversation; without it, in the order of the file." };
    private readonly Option<string?> _sentiment = new("--sentiment-column") { Description = "The column of what the text feels like; it need not be filled." };
    private readonly Option<string?> _tags = new("--tags-column") { Description = "The column of personal data: a tag for each word of the text, O where it is none; it need not be filled." };

    public void AddTo(Command command)
    {
        command.Options.Add(_text);
        command.Options.Add(_label);
        command.Options.Add(_context);
        command.Options.Add(_conversation);
        command.Options.Add(_turn);
        command.Options.Add(_sentiment);
        command.Options.Add(_tags);
    }

    /// <summary>Reads a file; what was left out of it goes to standard error.</summary>
    /// <exception cref="InvalidDataException">A sentence that says where.</exception>
    public TextSet Read(string path, ParseResult parsed)
    {
        var set = CsvTexts.Read(path, new CsvColumns
        {
            Text = parsed.GetRequiredValue(_text),
            Label = parsed.GetRequiredValue(_label),
            Context = parsed.GetValue(_context),
            Conversation = parsed.GetValue(_conversation),
            Turn = parsed.GetValue(_turn),
            Sentiment = parsed.GetValue(_sentiment),
            Tags = parsed.GetValue(_tags),
        });
        foreach (var notice in set.Notices)
            Console.Error.WriteLine($"{path}: {notice}");
        return set;
    }
}
