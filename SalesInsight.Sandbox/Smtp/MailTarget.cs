namespace SalesInsight.Sandbox.Smtp;

/// <summary>Where one activity is filed.</summary>
/// <param name="WhoId">A lead or contact.</param>
/// <param name="WhatId">An opportunity or account.</param>
internal sealed record MailTarget(string? WhoId, string? WhatId);
