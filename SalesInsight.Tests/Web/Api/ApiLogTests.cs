using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace SalesInsight.Tests.Web.Api;

/// <summary>Logs carry ids and codes only (design section 3), at every level.</summary>
public sealed class ApiLogTests
{
    private const string Subject = "canary-subject", Details = "canary-details";

    [Fact]
    public async Task Calls_OfAllKinds_LeaveNoSubjectAndNoTokenInTheLog()
    {
        await using var web = new Logged();
        var token = await web.IssueAsync(ApiUnderTest.Mara);
        var mara = web.Caller(token);

        var added = await mara.PostAsync("tasks", $$"""{"subject":"{{Subject}}","details":"{{Details}}"}""");
        await mara.PatchAsync(
            $"tasks/{added.Id}", $$"""{"subject":"{{Subject}} 2","dueDate":"{{Details}}"}""", ("If-Match", "*"));
        await mara.PatchAsync($"tasks/{added.Id}", $$"""{"subject":"{{Subject}} 3"}""", ("If-Match", "*"));
        await mara.PostAsync("tasks", $$"""{"subject":"{{Subject}}""");
        await mara.GetAsync("tasks?skip=one");
        await mara.PostAsync($"tasks/{added.Id}/complete");
        await mara.DeleteAsync($"tasks/{added.Id}");
        await web.Caller($"{token}x").GetAsync("tasks");
        var mail = await mara.PostAsync("emails", $$"""
            {"messageId":"1@canary.example","from":"{{ApiUnderTest.Mara}}","to":["{{Details}}@canary.example"],
             "subject":"{{Subject}}","text":"{{Details}}"}
            """);
        await mara.PostAsync("emails", $$"""{"to":["{{Details}}"],"subject":"{{Subject}}\n"}""");
        await mara.PostAsync(
            $"emails/{mail.Id}/events", $$"""{"event":"replied","address":"{{Details}}@canary.example"}""");

        web.Lines.Should().NotBeEmpty();
        web.Lines.Should().NotContain(line => line.Contains(Subject) || line.Contains(Details));
        web.Lines.Should().NotContain(line => line.Contains(token));
    }

    private sealed class Logged : ApiUnderTest, ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Logging:LogLevel:Default", "Debug");
            builder.UseSetting("Logging:LogLevel:Microsoft", "Debug");
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(this));
        }
    }
}
