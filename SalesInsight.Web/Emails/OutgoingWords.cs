using Microsoft.Extensions.Localization;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailDelivery.Channels;

namespace SalesInsight.Web.Emails;

/// <summary>What is said of a mail that was written here; one plain sentence each.</summary>
internal sealed class OutgoingWords(IStringLocalizer<OutgoingText> text)
{
    /// <summary>A piece of text.</summary>
    public string this[string name, params object[] arguments] => text[name, arguments];

    /// <summary>What is wrong with what was typed.</summary>
    public string Problem(OutgoingResult.Problem problem) => text[$"Problem.{problem.Code}", problem.Text ?? ""];

    /// <summary>Why it was not sent, and what helps.</summary>
    public string Failure(OutgoingEmail.Failure failure) => text[$"Failure.{failure}"];

    /// <summary>What is wrong with a delivery channel.</summary>
    public string Fault(DeliveryChannel.Fault fault) => text[$"Fault.{fault}"];
}
