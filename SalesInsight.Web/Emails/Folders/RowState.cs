using SalesInsight.Sync.EmailDelivery;
using State = SalesInsight.Sync.EmailDelivery.OutgoingEmail.State;

namespace SalesInsight.Web.Emails.Folders;

/// <summary>How a mail of a list stands, in a glyph and a word. Pure.</summary>
/// <param name="Glyph">Of Material Symbols.</param>
/// <param name="Tone">Repeats what the glyph says.</param>
/// <param name="Key">Of its words; its numbers go with it.</param>
internal sealed record RowState(string Glyph, string Tone, string Key)
{
    public static RowState Of(EmailFolder.Row row) => (row.Standing, row) switch
    {
        (State.Draft, _) => new("edit_note", "quiet", "State.Draft"),
        (State.Scheduled, _) => new("schedule", "quiet", "State.Scheduled"),
        (State.Waiting, { RetryAt: not null }) => new("refresh", "caution", "State.Retrying"),
        (State.Waiting, _) => new("schedule_send", "moving", "State.Waiting"),
        (State.Sending, _) => new("schedule_send", "moving", "State.Sending"),
        (State.Undelivered, _) => new("warning", "bad", "State.Undelivered"),
        (_, { NotLoggedYet: > 0 }) => new("arrow_upload_progress", "moving", "State.LoggingSoon"),
        (_, { Logged: > 0, NotLogged: > 0 }) => new("rule", "caution", "State.LoggedInPart"),
        (_, { Logged: > 0 }) => new("done_all", "quiet", "State.Logged"),
        (_, { NotLogged: > 0 }) => new("do_not_disturb_on", "caution", "State.NotLogged"),
        _ => new("send", "quiet", "State.Sent"),
    };
}
