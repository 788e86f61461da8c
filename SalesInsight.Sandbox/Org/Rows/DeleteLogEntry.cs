namespace SalesInsight.Sandbox.Org.Rows;

/// <summary>One deletion as getDeleted reports it; the row as it was then decides who may know of it.</summary>
internal sealed record DeleteLogEntry(SObjectRecord Row, DateTimeOffset DeletedDate);
