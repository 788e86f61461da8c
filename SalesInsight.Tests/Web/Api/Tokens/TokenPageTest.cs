using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.Tokens;
using SalesInsight.Tests.Support;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Tests.Web.Api.Tokens;

/// <summary>A page of API tokens at 09:16 in Amsterdam.</summary>
public abstract class TokenPageTest : ComponentTest
{
    private protected TokenPageTest(Guid userId, bool isAdmin = false)
    {
        Tokens = new FakeApiTokens(Time);
        Services.AddSingleton<IApiTokens>(Tokens);
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton<ISettingsStore>(new FakeSettings("Europe/Amsterdam"));
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(userId, isAdmin));
        Services.AddScoped<Toasts>().AddScoped<CurrentPerson>().AddScoped<PersonClock>();
    }

    private protected FakeTimeProvider Time { get; } = new(new(2026, 11, 24, 8, 16, 0, TimeSpan.Zero));

    private protected FakeApiTokens Tokens { get; }

    private protected Task IssueAsync(Guid userId, string name, ApiScopes scopes) => Tokens.IssueAsync(
        userId, name, scopes, TimeSpan.FromDays(7), Xunit.TestContext.Current.CancellationToken);

    private protected static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> page, string text)
        where T : IComponent =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
