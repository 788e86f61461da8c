namespace SalesInsight.Web.Demo;

/// <summary>Whether this process runs the demo, and where its Salesforce side listens.</summary>
internal sealed class DemoMode(bool isOn)
{
    public bool IsOn => isOn;

    /// <summary>Null until it listens, and without a demo.</summary>
    public Uri? SandboxUrl { get; set; }
}
