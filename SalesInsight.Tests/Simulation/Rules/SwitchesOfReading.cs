using System.Collections.Immutable;

namespace SalesInsight.Tests.Simulation.Rules;

/// <summary>Rules about what is read, and what a reading means.</summary>
internal static class SwitchesOfReading
{
    private const string Window = "Runs/Reading/ImportWindow.cs", Reader = "Runs/Reading/RunReader.cs",
        Views = "Runs/Deciding/Views.cs", Decider = "Runs/Deciding/RowDecider.cs",
        Sighting = "Runs/Deciding/Sighting.cs";

    public static readonly ImmutableArray<RuleSwitch> All =
    [
        new(Rule.Overlap,
            "The window reaches back before the cursor: a row may appear late with a stamp already passed.",
            new SourceEdit(Window, "from - RunLimits.Overlap", "from")),

        new(Rule.ClosedWindow,
            "The window leaves out the second that is not over on Salesforce's clock.",
            new SourceEdit(
                Window,
                "var upper = WholeSecond(serverNow);\n        if (cursor",
                "var upper = WholeSecond(serverNow) + Second;\n        if (cursor"),
            new SourceEdit(Reader, "Earlier(window.Upper, reply.ServerTime),", "window.Upper,"))
        {
            CoveredBy = [Rule.Overlap],
        },

        new(Rule.CompareByContent,
            "Nothing is passed over because its id and stamp were seen before: contents are compared.",
            new SourceEdit(
                Views,
                "        Sighting.Seen x => new SalesforceView.Present(x.Row.Content, LastModified(link, x.Row)),",
                """
                        Sighting.Seen x when x.Row.LastModifiedDate == link.LastModified =>
                            new SalesforceView.Present(link.Base.There, link.LastModified),
                        Sighting.Seen x => new SalesforceView.Present(x.Row.Content, LastModified(link, x.Row)),
                """)),

        new(Rule.OutOfSightHolds,
            "A record that is not shown is out of sight, not deleted.",
            new SourceEdit(
                Views,
                "Sighting.Missing => new SalesforceView.OutOfSight(),",
                "Sighting.Missing => new SalesforceView.Tombstone(),")),

        new(Rule.ReassignedHolds,
            "A record that somebody else owns now is left alone.",
            new SourceEdit(
                Views,
                "Sighting.Seen x when x.Row.OwnerId is { } owner && owner != ownerId =>",
                "Sighting.Seen x when x.Row.OwnerId is { } owner && owner != ownerId && owner.Length == 0 =>")),

        new(Rule.ReadBeforeDelete,
            "A delete is sent only after its record was read by id in the same run.",
            new SourceEdit(
                Reader,
                ".Where(r => r.Link is { State: not LinkState.Frozen } l && l.ConnectionId",
                ".Where(r => !(r is { Task.IsDeleted: true, Intent: null, Link.State: LinkState.Active })"
                    + " && r.Link is { State: not LinkState.Frozen } l && l.ConnectionId"),
            new SourceEdit(Decider, "operation is Operation.Update or Operation.Delete && sighting",
                "operation is Operation.Update && sighting")),

        new(Rule.StampSettled,
            "A stamp of the current second is no stamp.",
            new SourceEdit(
                Sighting,
                "Row.LastModifiedDate < ServerTime ? Row.LastModifiedDate : null",
                "Row.LastModifiedDate")),

        new(Rule.TouchByLastModified,
            "'Touched since' is judged by LastModifiedDate, never by SystemModstamp.",
            new SourceEdit(
                Sighting,
                "Row.LastModifiedDate < ServerTime ? Row.LastModifiedDate : null",
                "Row.SystemModstamp < ServerTime ? Row.SystemModstamp : null")),
    ];
}
