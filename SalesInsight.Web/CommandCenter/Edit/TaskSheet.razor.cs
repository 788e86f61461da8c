using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Web.CommandCenter.Words;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.CommandCenter.Edit;

/// <summary>
/// Adds or changes one task. Whatever the store answers, what was typed stays in the fields; even leaving the sheet
/// with unsaved changes can be undone from its toast.
/// </summary>
public partial class TaskSheet
{
    private TaskDraft _draft = new();
    private TaskView? _seen;
    private TaskView? _stale;
    private List<TaskField> _clashing = [];
    private IReadOnlyList<TaskSaveResult.Problem> _problems = [];
    private bool _isGone;
    private bool _isSaving;
    private bool _isSaved;
    private bool _isTried;
    private SideSheet? _sheet;
    private TaskForm? _form;

    [Inject] private IReminderTasks Tasks { get; set; } = null!;

    [Inject] private TaskFailures Failures { get; set; } = null!;

    [Inject] private TaskActions Actions { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    [Inject] private TaskWords Words { get; set; } = null!;

    [Inject] private SyncWords Sync { get; set; } = null!;

    [CascadingParameter] private Viewer Viewer { get; set; } = null!;

    /// <summary>The task to change; null: a new one.</summary>
    [Parameter] public TaskView? Item { get; set; }

    /// <summary>What the fields begin with; null: the task as it is.</summary>
    [Parameter] public TaskDraft? Start { get; set; }

    [Parameter] public bool AtDate { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Parameter] public EventCallback<TaskCommand> OnCommand { get; set; }

    [Parameter] public EventCallback<Sheet> OnReopen { get; set; }

    protected override void OnInitialized()
    {
        _seen = Item;
        _draft = Start ?? (Item is null ? new TaskDraft() : TaskDraft.Of(Item));
    }

    private async Task SaveAsync()
    {
        _isTried = true;
        if (_form?.IsUnresolved is true || _isSaving) return;
        if (_draft.IsDueUnreadable)
        {
            _problems = [new(TaskField.DueDate, TaskSaveResult.ProblemCode.DateOutOfRange)];
            return;
        }

        _isSaving = true;
        StateHasChanged();
        var result = await Failures.GuardAsync(() => _seen is null
            ? Tasks.AddAsync(Viewer.UserId, _draft.ToContent(), _draft.Type, default)
            : Tasks.EditAsync(Viewer.UserId, _seen, _draft.ToContent(), _draft.Type, default));
        _isSaving = false;
        await TakeAnswerAsync(result);
    }

    private async Task TakeAnswerAsync(TaskSaveResult? result)
    {
        switch (result)
        {
            case TaskSaveResult.Saved saved:
                _isSaved = true;
                TellSaved(saved.Task);
                await _sheet!.CloseAsync();
                break;
            case TaskSaveResult.Refused refused:
                _problems = refused.Problems;
                break;
            case TaskSaveResult.Stale stale:
                _draft.RebaseOn(_seen!, stale.Current);
                (_seen, _stale, _clashing) = (stale.Current, stale.Current, [.. stale.Clashing]);
                break;
            case TaskSaveResult.Gone:
                _isGone = true;
                break;
            case null:
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void TellSaved(TaskView saved)
    {
        var (name, before) = (Words.Name(saved), _seen);
        Toasts.Show(before is null
            ? new Toast(Words["Toast.Added", name])
            : new Toast(
                Words["Toast.Saved", name],
                Words["Toast.Undo"],
                () => Actions.PutBackAsync(Viewer, saved, before)));
    }

    private Task KeepAsync(TaskField field) => DecideAsync(field);

    private Task TakeAsync(TaskField field)
    {
        _draft.Take(field, _stale!);
        return DecideAsync(field);
    }

    private Task DecideAsync(TaskField field)
    {
        _clashing.Remove(field);
        return _clashing.Count == 0 ? SaveAsync() : Task.CompletedTask;
    }

    private Task AddAgainAsync()
    {
        (_seen, _isGone) = (null, false);
        return SaveAsync();
    }

    private async Task LeaveForAsync(TaskVerb verb)
    {
        OfferUnsaved();
        _isSaved = true;
        await _sheet!.CloseAsync();
        await OnCommand.InvokeAsync(new TaskCommand(verb, Item!));
    }

    private async Task LeaveAsync()
    {
        OfferUnsaved();
        await OnClose.InvokeAsync();
    }

    private void OfferUnsaved()
    {
        var before = Item is null ? new TaskDraft { DueText = _draft.DueText, Type = _draft.Type } : TaskDraft.Of(Item);
        if (_isSaved || !_draft.DiffersFrom(before)) return;
        Sheet again = Item is null ? new Sheet.Add(_draft) : new Sheet.Edit(Item, AtDate, _draft);
        var name = Words.Name(_draft.Subject);
        Toasts.Show(new Toast(
            Words["Toast.NotKept", name], Words["Toast.Reopen"], () => OnReopen.InvokeAsync(again)));
    }
}
