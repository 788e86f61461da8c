using SalesInsight.Sync.Reconciling;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>What a run needs to know of the org; read at most once a day.</summary>
internal sealed record OrgFacts(OrgVocabulary Vocabulary, CreateMode CreateMode, DateTimeOffset ReadAt);
