namespace SalesInsight.Sandbox.Faults;

/// <summary>A part of a composite about to run; index 1 lies between a pre-image and the first write.</summary>
public sealed record SubrequestMoment(int Index, string Method, string Url, string UserId);
