using System.Globalization;
using Microsoft.AspNetCore.Components;
using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.Emails.Delivery;

/// <summary>My Account, Email delivery: how the mails written here leave.</summary>
public partial class DeliveryPage
{
    private const int UsualPort = 587;

    private DeliveryChannel _saved = DeliveryChannel.Default;
    private DeliveryChannel.Result? _test;
    private IReadOnlyList<DeliveryChannel.Fault> _faults = [];
    private DeliveryChannel.Kind _via;
    private string _host = "";
    private string _port = "";
    private string _user = "";
    private string _password = "";
    private string _rate = "";
    private Guid _userId;
    private bool _isLoaded;
    private bool _isSaving;
    private bool _isTesting;

    [Inject] private IDeliveryChannels Channels { get; init; } = null!;

    [Inject] private CurrentPerson Person { get; init; } = null!;

    [Inject] private OutgoingWords Words { get; init; } = null!;

    [Inject] private Toasts Toasts { get; init; } = null!;

    private string TestedKey =>
        _via == DeliveryChannel.Kind.Smtp ? "Delivery.Tested" : "Delivery.TestedFolder";

    // a port that is no number is one that cannot be
    private DeliveryChannel.Edit Edit => new(
        _via, _host, Number(_port), _user, _password.Length == 0 ? null : _password, Number(_rate));

    protected override async Task OnInitializedAsync()
    {
        _userId = (await Person.ActorAsync()).UserId;
        await LoadAsync();
        _isLoaded = true;
    }

    private static int Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private async Task LoadAsync()
    {
        _saved = await Channels.FindAsync(_userId, CancellationToken.None);
        (_via, _host, _user, _password) = (_saved.Via, _saved.Host, _saved.UserName, "");
        _port = (_saved.Port == 0 ? UsualPort : _saved.Port).ToString(CultureInfo.InvariantCulture);
        _rate = _saved.PerMinuteMax.ToString(CultureInfo.InvariantCulture);
    }

    private IReadOnlyList<string> Of(params DeliveryChannel.Fault[] faults) =>
        [.. _faults.Intersect(faults).Select(Words.Fault)];

    private async Task SaveAsync()
    {
        (_isSaving, _test) = (true, null);
        _faults = (await Channels.SaveAsync(_userId, Edit, CancellationToken.None)).Faults;
        _isSaving = false;
        if (_faults.Count > 0) return;
        await LoadAsync();
        Toasts.Show(new Toast(Words["Delivery.Saved"]));
    }

    private async Task TestAsync()
    {
        (_isTesting, _test) = (true, null);
        _test = await Channels.TestAsync(_userId, Edit, CancellationToken.None);
        _faults = _test.Faults;
        _isTesting = false;
    }
}
