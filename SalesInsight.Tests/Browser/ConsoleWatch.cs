using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SalesInsight.Tests.Browser;

/// <summary>What a page complains about where no user looks: console errors, script errors, failed answers.</summary>
public sealed class ConsoleWatch
{
    private const int ServerErrorMin = 500;

    private readonly ConcurrentQueue<string> _complaints = [];

    public ConsoleWatch(IBrowserContext context)
    {
        context.Console += (_, message) => Note(message.Type == "error", $"console: {message.Text}");
        context.WebError += (_, error) => Note(true, $"script: {error.Error}");
        context.Response += (_, answer) =>
            Note(answer.Status >= ServerErrorMin, $"{answer.Status} from {answer.Url}");
    }

    public IReadOnlyCollection<string> Complaints => _complaints;

    private void Note(bool isComplaint, string text)
    {
        if (isComplaint)
            _complaints.Enqueue(text);
    }
}
