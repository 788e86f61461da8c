using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.Connection;

/// <summary>Tab Connections &amp; Customizations: connect, what is connected, disconnect.</summary>
public partial class ConnectionCards
{
    private const int HowToSteps = 5;

    private bool asks;
    private bool isWorking;

    [Inject] private IStringLocalizer<ConnectionText> Text { get; init; } = null!;

    [Inject] private IConnections Connections { get; init; } = null!;

    [Inject] private ILiveUpdates Live { get; init; } = null!;

    [Inject] private Toasts Toasts { get; init; } = null!;

    [Parameter, EditorRequired] public required ConnectionView View { get; set; }

    /// <summary>Name of a <see cref="ConnectionProblem"/> from the address; anything else is ignored.</summary>
    [Parameter] public string? Problem { get; set; }

    /// <summary>Just connected as another Salesforce user than before.</summary>
    [Parameter] public bool IsOtherPair { get; set; }

    [Parameter] public int WaitingChanges { get; set; }

    [Parameter] public EventCallback Changed { get; set; }

    [CascadingParameter] private PersonContext Context { get; set; } = null!;

    // a grant that works makes what went wrong before old news
    private string? Sentence =>
        Enum.TryParse<ConnectionProblem>(Problem, out var problem) && Enum.IsDefined(problem)
            ? Text[$"Problem.{problem}"].Value
            : View.LastFault is { } fault && View.Status is ConnectionStatus.NeedsReconnect
                && fault is not ConnectionProblem.GrantRevoked
                ? Text[$"Problem.{fault}"].Value
                : null;

    private string Waiting => WaitingChanges > 0
        ? Text.Counted("Dead.Waiting", WaitingChanges)
        : Text["Dead.WaitingNone"].Value;

    private IEnumerable<(string Label, string? Value)> Facts
    {
        get
        {
            yield return ("Org.Organization", View.OrganizationName);
            yield return ("Org.User", View.DisplayName is { } name ? $"{name} ({View.UserName})" : View.UserName);
            yield return ("Org.Edition", View.Edition);
            yield return ("Org.Kind", Text[View.IsProduction ? "Org.KindProduction" : "Org.KindTest"]);
            yield return ("Org.Api", Text[View.ApiAccess ? "Org.ApiYes" : "Org.ApiNo"]);
            yield return ("Org.OrganizationId", View.OrganizationId);
            if (View.ConnectedAt is { } at) yield return ("Org.Since", Context.Time.Minute(at));
        }
    }

    private async Task DisconnectAsync()
    {
        isWorking = true;
        await Connections.DisconnectAsync(Context.Actor.UserId, CancellationToken.None);
        (isWorking, asks) = (false, false);
        Live.Tell(Context.Actor.UserId, LiveChange.Account);
        Toasts.Show(new Toast(Text["Org.Disconnected"]));
        await Changed.InvokeAsync();
    }
}
