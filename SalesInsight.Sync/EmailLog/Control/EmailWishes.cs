using SalesInsight.Sync.Runs.Control;

namespace SalesInsight.Sync.EmailLog.Control;

/// <summary>For logging runs.</summary>
internal sealed class EmailWishes : UserWishes;
