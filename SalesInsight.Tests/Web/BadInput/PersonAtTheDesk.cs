using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.CommandCenter;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Tests.Web.BadInput;

/// <summary>One browser tab with the Command Center, its buttons working, over the app's own services.</summary>
internal sealed partial class PersonAtTheDesk : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IRenderedComponent<CommandCenterPage> _page;

    public PersonAtTheDesk(IServiceProvider app, Guid user)
    {
        // only MarkupMatches needs it, and the package it comes from cannot be restored (build/README.md)
        var comparer = typeof(BunitContext).Assembly.GetType("Bunit.Diffing.HtmlComparer", throwOnError: true)!;
        Services.AddSingleton(comparer, _ => RuntimeHelpers.GetUninitializedObject(comparer));
        JSInterop.Mode = JSRuntimeMode.Loose;
        DefaultWaitTimeout = Patience;
        Services.AddLogging().AddLocalization().AddAuthorizationCore();
        Share<TimeProvider>(app);
        Share<ILiveUpdates>(app);
        Share<IReminderTasks>(app);
        Share<ISyncControl>(app);
        Share<IHeldDeletions>(app);
        Share<ISettingsStore>(app);
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(user));
        Services.AddScoped<Toasts>().AddScoped<CurrentPerson>().AddScoped<PersonClock>();
        Services.AddTaskPages();
        _page = Render<CommandCenterPage>();
        _page.WaitForElement(".add");
    }

    /// <summary>What stands on the page and in its toasts, in one line.</summary>
    public string Read()
    {
        var toasts = Services.GetRequiredService<Toasts>().Shown.Select(toast => toast.Text);
        return Blanks().Replace(string.Join(" ", [.. _page.Nodes.Select(node => node.TextContent), .. toasts]), " ");
    }

    public IReadOnlyList<IElement> All(string selector) => _page.FindAll(selector);

    /// <summary>Types a name into the quick line of today, and presses Enter.</summary>
    public void QuickAdd(string subject)
    {
        _page.Find(".add .name").Input(subject);
        _page.Find("form.add").Submit();
        _page.WaitForState(() => _page.FindAll(".problem").Any(said => said.TextContent.Length > 0));
    }

    public void Open(string subject)
    {
        _page.FindAll(".open").Single(name => name.TextContent.Trim() == subject).Click();
        _page.WaitForElement("#task-form");
    }

    public void Type(string field, string text)
    {
        if (field == "task-subject") _page.Find($"#{field}").Input(text);
        else _page.Find($"#{field}").Change(text);
    }

    /// <summary>Presses Save. The sheet closes with a toast, or stays and says why.</summary>
    public void Save()
    {
        _page.Find("#task-form").Submit();
        _page.WaitForState(() => _page.FindAll("dialog").Count == 0
            || _page.FindAll("dialog [role=alert]").Any(said => said.TextContent.Trim().Length > 0));
    }

    private void Share<T>(IServiceProvider app) where T : class => Services.AddSingleton(app.GetRequiredService<T>());

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
