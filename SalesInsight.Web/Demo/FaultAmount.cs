using System.Globalization;
using Microsoft.Extensions.Localization;
using SalesInsight.Sandbox.Faults.Lab;

namespace SalesInsight.Web.Demo;

/// <summary>How much of a fault, in words.</summary>
internal static class FaultAmount
{
    public static string Say(IStringLocalizer<DemoText> text, LabUnit unit, int amount) => unit switch
    {
        LabUnit.Percent => text["Amount.Percent", amount],
        LabUnit.Milliseconds => text["Amount.Seconds", (amount / 1000.0).ToString("0.##", CultureInfo.CurrentCulture)],
        LabUnit.Seconds => text["Amount.Seconds", amount],
        _ => text[amount < 0 ? "Amount.Behind" : "Amount.Ahead", Math.Abs(amount)],
    };

    /// <summary>The fault's name, with its amount where it has one.</summary>
    public static string Named(IStringLocalizer<DemoText> text, LabLever lever)
    {
        var name = text[$"Lab.{lever.Fault}"].Value;
        return lever.Dial is { } dial ? text["Lab.Named", name, Say(text, dial.Unit, lever.Amount)] : name;
    }
}
