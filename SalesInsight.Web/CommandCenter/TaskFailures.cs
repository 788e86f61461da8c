using Microsoft.Extensions.Logging;
using SalesInsight.Web.CommandCenter.Words;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.CommandCenter;

/// <summary>
/// The last catch between a page and its store: an unforeseen failure is logged with its kind only, told as a toast,
/// and the page goes on with what was typed.
/// </summary>
internal sealed partial class TaskFailures(Toasts toasts, TaskWords words, ILogger<TaskFailures> log)
{
    /// <summary>The answer; the default value when there is none because of a failure.</summary>
    public async Task<T?> GuardAsync<T>(Func<Task<T>> act, string? toast = null)
    {
        try
        {
            return await act();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            ActionFailed(log, failure.GetType().Name);
            toasts.Show(new Toast(toast ?? words["Save.Failed"], IsBad: true));
            return default;
        }
    }

    /// <summary>For lists: what to show instead is the page's own business.</summary>
    public void ListFailed(Exception failure) => LoadFailed(log, failure.GetType().Name);

    [LoggerMessage(Level = LogLevel.Error, Message = "A change of a task failed: {Kind}")]
    private static partial void ActionFailed(ILogger log, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "A list of tasks could not load: {Kind}")]
    private static partial void LoadFailed(ILogger log, string kind);
}
