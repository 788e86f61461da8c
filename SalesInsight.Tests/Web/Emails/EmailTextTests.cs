using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Web.Emails;
using SalesInsight.Web.Emails.Folders;

namespace SalesInsight.Tests.Web.Emails;

/// <summary>Whatever the pages about mails can come upon has words, and no two reasons share a sentence.</summary>
public class EmailTextTests
{
    private readonly IStringLocalizer<EmailText> _reasons = Texts<EmailText>();
    private readonly IStringLocalizer<EmailPageText> _page = Texts<EmailPageText>();

    [Fact]
    public void Reasons_AllOfThem_HaveSentencesOfTheirOwn()
    {
        var sentences = Enum.GetValues<EmailReason>().Select(r => _reasons[$"Reason.{r}"]).ToList();

        sentences.Should().NotContain(s => s.ResourceNotFound);
        sentences.Select(s => s.Value).Should().OnlyHaveUniqueItems();
        Enum.GetNames<EmailReason>().Should().NotContain("Other");
    }

    [Fact]
    public void Trials_WhatWouldBeLogged_IsSaidAsWhatWouldBe() =>
        Enum.GetNames<EmailReason>().Where(n => n.StartsWith("Logged", StringComparison.Ordinal))
            .Except([nameof(EmailReason.LoggedByChoice)])
            .Should().OnlyContain(n => !_page[$"Trial.{n}"].ResourceNotFound);

    [Fact]
    public void Choices_OfThePages_AllHaveWords()
    {
        var keys = Keys<EmailFolder.Kind>("Folder.{0}", "Folder.{0}.One", "Empty.{0}", "Empty.{0}.More")
            .Concat(Keys<OutgoingEmail.State>("Sheet.Problem.{0}"))
            .Concat(Keys<EmailView.Standing>("Standing.{0}"))
            .Concat(Keys<EmailVerb>("Row.{0}", "Toast.{0}"))
            .Concat(Keys<EmailCase.Remedy>("Remedy.{0}").Except(["Remedy.None"]))
            .Concat(Keys<EmailReplay.Change>("Replay.{0}", "Replay.{0}.One")
                .Except(["Replay.None", "Replay.None.One"]));

        keys.Where(k => _page[k].ResourceNotFound).Should().BeEmpty();
    }

    private static IEnumerable<string> Keys<T>(params string[] patterns) where T : struct, Enum =>
        Enum.GetNames<T>().SelectMany(n => patterns.Select(p => p.Replace("{0}", n, StringComparison.Ordinal)));

    private static IStringLocalizer<T> Texts<T>() => new ServiceCollection().AddLogging().AddLocalization()
        .BuildServiceProvider().GetRequiredService<IStringLocalizer<T>>();
}
