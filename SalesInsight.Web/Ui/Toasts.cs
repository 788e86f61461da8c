namespace SalesInsight.Web.Ui;

/// <summary>The toasts of one browser page; the newest is shown last. Used on the page's own thread only.</summary>
internal sealed class Toasts
{
    private const int ShownMax = 3;

    private readonly List<Toast> shown = [];

    public event Action? Changed;

    public IReadOnlyList<Toast> Shown => shown;

    public void Show(Toast toast)
    {
        shown.Add(toast);
        if (shown.Count > ShownMax) shown.RemoveAt(0);
        Changed?.Invoke();
    }

    public void Close(Toast toast)
    {
        if (shown.RemoveAll(other => ReferenceEquals(other, toast)) > 0) Changed?.Invoke();
    }
}
