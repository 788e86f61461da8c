using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.CommandCenter;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Emails.Testing;

/// <summary>Tells of one mail what the logging would do with it.</summary>
public partial class TesterPage
{
    private string _text = "";
    private string? _fileName;
    private EmailInput? _file;
    private bool _isBusy;
    private bool _asIfOn;
    private EmailTrial? _trial;
    private IReadOnlyList<string> _problems = [];

    [Inject] private IEmailTrials Trials { get; set; } = null!;

    [Inject] private CurrentPerson Person { get; set; } = null!;

    [Inject] private TaskFailures Failures { get; set; } = null!;

    [Inject] private EmailWords Words { get; set; } = null!;

    /// <summary>A file is tried at once; the field below is for those who have none.</summary>
    private async Task DroppedAsync(InputFileChangeEventArgs change)
    {
        (_file, _fileName, _trial, _problems) = (null, change.File.Name, null, []);
        if (change.File.Size > PastedMail.FileLengthMax)
        {
            _problems = [Words["Tester.TooLarge"]];
            return;
        }

        var bytes = await Failures.GuardAsync(() => ReadAsync(change.File), Words["Tester.Unread"]);
        if (bytes is null) return;
        _file = PastedMail.Read(bytes);
        if (_file is null) _problems = [Words["Tester.NoMail"]];
        else await TryAsync(asIfOn: false);
    }

    private static async Task<byte[]> ReadAsync(IBrowserFile file)
    {
        await using var stream = file.OpenReadStream(PastedMail.FileLengthMax);
        var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private async Task TryAsync(bool asIfOn)
    {
        if (_isBusy) return;
        (_trial, _problems) = (null, []);
        if (!string.IsNullOrWhiteSpace(_text)) (_file, _fileName) = (null, null);
        if ((_file ?? PastedMail.Read(_text)) is not { } mail)
        {
            _problems = [Words["Tester.NoMail"]];
            return;
        }

        (_isBusy, _asIfOn) = (true, asIfOn);
        StateHasChanged();
        var unsaved = asIfOn ? new SettingsEdit().Set(SettingKeys.EmailLogging, true) : null;
        var trial = await Failures.GuardAsync(
            async () => await Trials.TryAsync((await Person.ActorAsync()).UserId, mail, unsaved, default),
            Words["Tester.Failed"]);
        (_isBusy, _trial) = (false, trial);
        if (trial is EmailTrial.Refused refused) _problems = [.. refused.Problems.Select(Words.Problem)];
    }
}
