namespace SalesInsight.Sync.EmailDelivery.Tracking;

/// <summary>What a mark in a mail stands for.</summary>
/// <param name="UserId">Who sent the mail.</param>
/// <param name="EmailId">The mail, as the e-mail log knows it.</param>
internal abstract record TrackingMark(Guid UserId, Guid EmailId)
{
    /// <summary>The picture.</summary>
    internal sealed record Picture(Guid UserId, Guid EmailId) : TrackingMark(UserId, EmailId);

    /// <summary>A link.</summary>
    /// <param name="Target">Where it leads: http or https.</param>
    internal sealed record Link(Guid UserId, Guid EmailId, Uri Target) : TrackingMark(UserId, EmailId);
}
