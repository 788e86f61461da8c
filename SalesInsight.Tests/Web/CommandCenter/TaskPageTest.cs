using System.Runtime.CompilerServices;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Support;
using SalesInsight.Web.CommandCenter;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Tests.Web.CommandCenter;

/// <summary>
/// A rep in Amsterdam on Tuesday 24 November 2026, 09:16 there, with an empty list, and the parts a task page asks for.
/// </summary>
public abstract class TaskPageTest : BunitContext
{
    internal static readonly Guid Rep = SequentialIds.Of(1_000_001);
    internal static readonly DateOnly Today = new(2026, 11, 24);
    internal static readonly DateOnly Tomorrow = Today.AddDays(1);

    internal FakeTimeProvider Clock { get; } = new(new(2026, 11, 24, 8, 16, 0, TimeSpan.Zero));

    internal LiveUpdates Live { get; } = new();

    internal FakeReminderTasks Tasks { get; }

    internal FakeSyncControl Control { get; } = new();

    internal FakeHeldDeletions Held { get; } = new();

    protected TaskPageTest()
    {
        // only MarkupMatches needs it, and the package it comes from cannot be restored (build/README.md)
        var comparer = typeof(BunitContext).Assembly.GetType("Bunit.Diffing.HtmlComparer", throwOnError: true)!;
        Services.AddSingleton(comparer, _ => RuntimeHelpers.GetUninitializedObject(comparer));
        JSInterop.Mode = JSRuntimeMode.Loose;
        Tasks = new FakeReminderTasks(Clock, new SequentialIds(), Live);
        Services.AddLogging().AddLocalization().AddAuthorizationCore();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<ILiveUpdates>(Live);
        Services.AddSingleton<IReminderTasks>(Tasks);
        Services.AddSingleton<ISyncControl>(Control);
        Services.AddSingleton<IHeldDeletions>(Held);
        Services.AddSingleton<ISettingsStore>(new FakeSettings("Europe/Amsterdam"));
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(Rep));
        Services.AddScoped<Toasts>().AddScoped<CurrentPerson>().AddScoped<PersonClock>();
        Services.AddTaskPages();
    }

    internal static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    internal Toasts Toasts => Services.GetRequiredService<Toasts>();

    internal string? LastToast => Toasts.Shown.LastOrDefault()?.Text;

    internal TaskView Put(string subject, DateOnly? due, Func<TaskView, TaskView>? shape = null) =>
        Tasks.Put(Rep, new TaskContent(subject, DueDate: due), shape);

    internal static TaskView InState(TaskView task, SyncGlyph glyph, ReasonCode reason) =>
        task with { Sync = new TaskSyncState(glyph, reason, new(2026, 11, 24, 8, 15, 48, TimeSpan.Zero)) };

    /// <summary>Presses the Undo of the newest toast.</summary>
    internal Task UndoAsync()
    {
        var toast = Toasts.Shown[^1];
        Toasts.Close(toast);
        return Renderer.Dispatcher.InvokeAsync(() => toast.Action!());
    }

    /// <summary>Something changed elsewhere, and the page has had the time to gather it.</summary>
    internal void Elsewhere(LiveChange change = LiveChange.Tasks)
    {
        Live.Tell(Rep, change);
        Clock.Advance(LivePage.Gathering);
    }
}
