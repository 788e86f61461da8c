namespace SalesInsight.Tests.House;

/// <summary>One breach of a house rule, in words its author can act on.</summary>
internal sealed record Finding(string Path, string Problem);
