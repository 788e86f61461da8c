using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SalesInsight.Sync.EmailDelivery;

namespace SalesInsight.Web.Emails.Compose;

/// <summary>
/// Addresses as chips, with people from Salesforce while typing. What is typed is never thrown away.
/// </summary>
public partial class RecipientField
{
    private const int TypedLengthMax = 400_000;

    // fewer questions while somebody is still typing: each is a call of the org's daily ones
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    // a letter typed at the moment of a choice is here so soon after it
    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(1);

    private IReadOnlyList<IPeopleSearch.Person> _found = [];
    private string _typed = "";
    private ElementReference _input;
    private int _at = -1;
    private int _turn;
    private string _searched = "";
    private DateTimeOffset _chosenAt;
    private bool _isTooMany;

    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required Guid UserId { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<string> Value { get; set; }

    [Parameter] public EventCallback<IReadOnlyList<string>> ValueChanged { get; set; }

    [Parameter] public IReadOnlyList<string> Problems { get; set; } = [];

    private IReadOnlyList<string> Shown =>
        _isTooMany ? [.. Problems, Text["Problem.TooManyRecipients"].Value] : Problems;

    public ValueTask FocusAsync() => _input.FocusAsync(preventScroll: true);

    /// <summary>Takes what still stands in the field, such as before sending.</summary>
    public Task TakeAsync() => string.IsNullOrWhiteSpace(_typed) ? Task.CompletedTask : AddAsync(_typed);

    private async Task TypedAsync(ChangeEventArgs change)
    {
        _typed = WithoutSearched(change.Value as string ?? "");
        var turn = ++_turn;
        if (_typed.Contains(',', StringComparison.Ordinal) || _typed.Contains(';', StringComparison.Ordinal))
        {
            // shown once as typed, or the field would not notice that it was emptied
            await Task.Yield();
            if (!_typed.Contains('"', StringComparison.Ordinal) || _typed.TrimEnd() is [.., ',' or ';'])
                await AddAsync(_typed);
            return;
        }

        if (_typed.Trim().Length < IPeopleSearch.TextLengthMin) Close();
        else
        {
            await Task.Delay(Pause, Clock);
            if (turn != _turn) return;
            var found = await People.FindAsync(UserId, _typed, default);
            if (turn == _turn) (_found, _at) = (found, found.Count > 0 ? 0 : -1);
        }
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        if (key.Key == "ArrowDown" && _found.Count > 0) _at = (_at + 1) % _found.Count;
        else if (key.Key == "ArrowUp" && _found.Count > 0) _at = (_at + _found.Count - 1) % _found.Count;
        else if (key.Key == "Escape") Close();
        else if (key.Key == "Enter" && _at >= 0 && _at < _found.Count) await ChooseAsync(_found[_at]);
        else if (key.Key == "Enter") await TakeAsync();
        else if (key.Key == "Backspace" && _typed.Length == 0 && Value.Count > 0) await RemoveAsync(Value[^1]);
    }

    private Task ChooseAsync(IPeopleSearch.Person person)
    {
        var searched = _typed;
        var added = AddAsync(person.Text);
        if (!_isTooMany) (_searched, _chosenAt) = (searched, Clock.GetUtcNow());
        return added;
    }

    // the browser does not know yet that the field was emptied, and sends what the choice was found by once more
    private string WithoutSearched(string typed)
    {
        var isEcho = _searched.Length > 0 && Clock.GetUtcNow() - _chosenAt < UnderWay
            && typed.StartsWith(_searched, StringComparison.Ordinal);
        if (!isEcho) _searched = "";
        return isEcho ? typed[_searched.Length..] : typed;
    }

    private Task LeaveAsync()
    {
        Close();
        return TakeAsync();
    }

    private async Task AddAsync(string typed)
    {
        Close();
        IReadOnlyList<string> all = [.. Value.Concat(OutgoingDraft.Split(typed)).Distinct()];
        // more than one mail goes to stays in the field as it was typed
        _isTooMany = all.Count > OutgoingDraft.RecipientsMax;
        if (_isTooMany) return;
        _typed = "";
        await ValueChanged.InvokeAsync(all);
    }

    private Task RemoveAsync(string address) =>
        ValueChanged.InvokeAsync([.. Value.Where(a => a != address)]);

    private string Kind(IPeopleSearch.Person person)
    {
        var kind = Text[person.IsLead ? "Compose.Lead" : "Compose.Contact"].Value;
        return person.Company is { } company ? $"{kind} · {company}" : kind;
    }

    private void Close()
    {
        _turn++;
        (_found, _at) = ([], -1);
    }
}
