using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Org;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sandbox.Org;

/// <summary>An empty org at a fixed moment and its three users.</summary>
internal sealed class OrgStage
{
    internal static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 42, 7, TimeSpan.Zero);

    internal OrgStage(Action<SandboxOptions>? configure = null)
    {
        var options = new SandboxOptions { Seed = "empty", TimeProvider = Time };
        configure?.Invoke(options);
        Org = new SandboxOrg(options);
        Admin = Org.As(RestCaller.Admin);
        Mara = Org.As(RestCaller.Mara);
        Jonas = Org.As(RestCaller.Jonas);
    }

    internal FakeTimeProvider Time { get; } = new(Start);
    internal SandboxOrg Org { get; }
    internal CallContext Admin { get; }
    internal CallContext Mara { get; }
    internal CallContext Jonas { get; }

    internal WriteResult TryCreate(string objectName, params (string Field, object? Value)[] fields) =>
        Org.Records.Create(Mara, objectName, Row(fields));

    internal string Create(string objectName, params (string Field, object? Value)[] fields)
    {
        var result = TryCreate(objectName, fields);
        return result.Id ?? throw new InvalidOperationException(result.Errors[0].Message);
    }

    internal string Task(params (string Field, object? Value)[] fields) => Create("Task", fields);

    internal WriteResult Change(string id, params (string Field, object? Value)[] fields) =>
        Org.Records.Update(Mara, "Task", id, Row(fields));

    internal SObjectRecord Read(string id) =>
        Org.Records.Find(Admin, "Task", id, includeDeleted: true)
        ?? throw new InvalidOperationException($"no task {id}");

    internal void Pass(TimeSpan time) => Org.Clock.Advance(time);

    internal static Dictionary<string, object?> Row(params (string Field, object? Value)[] fields) =>
        fields.ToDictionary(field => field.Field, field => field.Value);
}
