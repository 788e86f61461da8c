namespace SalesInsight.Web.Ui;

/// <summary>The toasts of one browser page; the newest is shown last. Used on the page's own thread only.</summary>
internal sealed class Toasts
{
    private const int ShownMax = 3;

    private readonly List<Toast> shown = [];
    private readonly List<object> places = [];

    public event Action? Changed;

    public IReadOnlyList<Toast> Shown => shown;

    /// <summary>What a place shows: all, when it was entered last. A modal sheet makes everything behind it inert, so
    /// that toasts, and their Undo, have to come to where the person is.</summary>
    /// <param name="place">As it was entered.</param>
    public IReadOnlyList<Toast> In(object place) => ReferenceEquals(places.LastOrDefault(), place) ? shown : [];

    public void Enter(object place)
    {
        places.Add(place);
        Changed?.Invoke();
    }

    public void Leave(object place)
    {
        if (places.Remove(place)) Changed?.Invoke();
    }

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
