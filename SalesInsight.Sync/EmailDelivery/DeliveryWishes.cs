using SalesInsight.Sync.Runs.Control;

namespace SalesInsight.Sync.EmailDelivery;

/// <summary>For delivery runs.</summary>
internal sealed class DeliveryWishes : UserWishes;
