namespace SalesInsight.Sandbox.Smtp;

/// <summary>A mail as it was handed over.</summary>
/// <param name="Sender">Of the envelope.</param>
/// <param name="Recipients">Of the envelope, hidden ones too.</param>
/// <param name="Content">Header and body.</param>
public sealed record ReceivedMail(string Sender, IReadOnlyList<string> Recipients, byte[] Content);
