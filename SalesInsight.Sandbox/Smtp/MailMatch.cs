namespace SalesInsight.Sandbox.Smtp;

/// <summary>What Email to Salesforce does with several records of one address: the org's setting.</summary>
public enum MailMatch
{
    /// <summary>Each of them gets the email.</summary>
    All,

    /// <summary>The one that was created first.</summary>
    Oldest,

    /// <summary>The one with the most recent activity.</summary>
    MostActive,
}
