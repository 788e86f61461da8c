using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Setup;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Simulation;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.EmailLog;

/// <summary>A thousand mails while calls fail and processes die at random: what was to be logged is there once, and
/// what was not has its reason.</summary>
public class RandomFaultTests(ITestOutputHelper output)
{
    private const int Mails = 1_000, PerStep = 25, ReasonShareMax = 40, RunsMax = 40, AccidentsMin = 15;

    private int _accidents, _kills;

    [Fact]
    public Task Mails_UnderRandomFaultsAndKills_AreLoggedOnceOrSayWhyNot() =>
        ProveAsync(1, CustomIdField.UniqueExternalId);

    [Fact]
    [Trait("Category", "Long")]
    public Task Mails_WithoutAnIdOfOurs_AreLoggedOnceOrSayWhyNot() => ProveAsync(2, CustomIdField.Absent);

    private async Task ProveAsync(ulong seed, CustomIdField field)
    {
        var dice = new Dice(seed);
        await using var world = await EmailWorld.CreateAsync(
            o => (o.CustomIdField, o.Chance) = (field, new Dice(seed + 100).Next),
            e => e.Set(SettingKeys.EmailExclusions, "private.example"));
        var town = Town.Build(world);
        List<(EmailView Mail, string[] To)> sent = [];
        for (var step = 0; step < Mails / PerStep; step++)
        {
            for (var mail = 0; mail < PerStep; mail++) sent.Add(await SendAsync(world, town, dice, sent.Count));
            await StumbleAsync(world, dice);
        }

        (world.Wire.Sending, world.Wire.Answered) = (null, null);
        world.Sandbox.Faults.Clear();
        world.ExpireLease();
        await world.SettleAsync(RunsMax);

        await CheckAsync(world, town, sent);
    }

    private static async Task<(EmailView Mail, string[] To)> SendAsync(
        EmailWorld world, Town town, Dice dice, int number)
    {
        var to = Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => town.Draw(dice)).Distinct().ToArray();
        var subject = dice.Chance(5) ? $"Offer {number} forbidden" : $"Offer {number} fine";
        var mail = await world.ReportAsync(EmailWorld.Mail($"{number}", to) with { Subject = subject });
        // a sender that got no reply reports once more
        if (dice.Chance(10)) await world.ReportAsync(EmailWorld.Mail($"{number}", to) with { Subject = subject });
        return (mail, to);
    }

    /// <summary>One run in the middle of which something may go wrong.</summary>
    private async Task StumbleAsync(EmailWorld world, Dice dice)
    {
        var calls = 1 + dice.Below(4);
        var accident = dice.Below(9);
        void Strike(HttpRequestMessage request)
        {
            if (--calls != 0 || accident > 5) return;
            _accidents++;
            switch (accident)
            {
                case 0: world.Sandbox.Faults.Add(new SandboxFault.LoseReply()); break;
                case 1: world.Sandbox.Faults.Add(new SandboxFault.DropBefore()); break;
                case 2: world.Sandbox.Faults.Add(new SandboxFault.CutBody()); break;
                case 3: world.Sandbox.Faults.Add(SandboxFault.Error(503, "SERVER_UNAVAILABLE", "down")); break;
                case 4: throw new KilledRunException();
                case 5: world.Sandbox.Org.Maintenance.LockAnyRow(0.3); break;
            }
        }

        world.Wire.Sending = Strike;
        if (accident == 6)
            (world.Wire.Sending, world.Wire.Answered) =
                (null, _ => { if (--calls == 0) throw new KilledRunException(); });
        try
        {
            await world.RunAsync();
        }
        catch (KilledRunException)
        {
            _kills++;
            world.ExpireLease();
        }

        (world.Wire.Sending, world.Wire.Answered) = (null, null);
        world.Sandbox.Faults.Clear();
        world.Sandbox.Org.Maintenance.LockAnyRow(0);
        if (dice.Chance(30)) world.Time.Advance(TimeSpan.FromMinutes(dice.Below(20)));
    }

    private async Task CheckAsync(EmailWorld world, Town town, List<(EmailView Mail, string[] To)> sent)
    {
        var there = world.Logged().ToLookup(t => (t.Text("Subject"), t.Text("WhoId")));
        var reasons = new Dictionary<EmailReason, int>();
        var expected = 0;
        foreach (var (mail, to) in sent)
        {
            var now = await world.FindAsync(mail);
            foreach (var address in to)
            {
                var settled = now.Recipients.Single(r => r.Address == address);
                var person = now.Subject.EndsWith("fine", StringComparison.Ordinal) ? town.PersonOf(address) : null;
                settled.Standing.Should().Be(
                    person is null ? EmailView.Standing.NotLogged : EmailView.Standing.Logged,
                    "{0} to {1}: {2}", now.Subject, address, settled.Reason);
                if (person is null) reasons[settled.Reason] = reasons.GetValueOrDefault(settled.Reason) + 1;
                else there[(now.Subject, person)].Should().ContainSingle("{0} to {1}", now.Subject, address);
                if (person is not null) expected++;
            }
        }

        world.Logged().Should().HaveCount(expected);
        var unlogged = reasons.Values.Sum();
        (_accidents + _kills).Should().BeGreaterThan(AccidentsMin);
        output.WriteLine($"{_accidents} accidents, {_kills} kills; {expected} logged, {unlogged} not: "
            + string.Join(", ", reasons.OrderByDescending(r => r.Value).Select(r => $"{r.Key} {r.Value}")));
        reasons.Should().OnlyContain(r => r.Value * 100 <= unlogged * ReasonShareMax);
        reasons.Keys.Should().Contain(EmailReason.Refused);
    }

    /// <summary>The people mails go to: with records, without, excluded, out of sight.</summary>
    private sealed class Town
    {
        private const int People = 60;

        private readonly Dictionary<string, string> _records = [];
        private readonly List<string> _addresses = [];

        public string? PersonOf(string address) => _records.GetValueOrDefault(address);

        public string Draw(Dice dice) => dice.Of(_addresses);

        public static Town Build(EmailWorld world)
        {
            world.Sandbox.Org.AddRule(new ValidationRule("Task", "Subject", "forbidden", "Not in this org"));
            var town = new Town();
            for (var person = 0; person < People; person++)
            {
                town.Put($"lead{person}@customer.example", world.AddLead);
                town.Put($"contact{person}@customer.example", world.AddContact);
                town.Put($"converted{person}@customer.example", email => world.Convert(world.AddLead(email)));
            }

            for (var person = 0; person < People / 6; person++)
            {
                town._addresses.Add($"nobody{person}@customer.example");
                town._addresses.Add($"colleague{person}@halden.example");
                town._addresses.Add($"friend{person}@private.example");
                town._addresses.Add($"{new string('x', 70)}{person}@customer.example");
                var unseen = $"unseen{person}@customer.example";
                world.Sandbox.Org.Rights.HideRecord(
                    world.Sandbox.Org.Users.FindByUsername(EmailWorld.Mara)!.Id, world.Convert(world.AddLead(unseen)));
                town._addresses.Add(unseen);
            }

            return town;
        }

        private void Put(string address, Func<string, string> add)
        {
            _records[address] = add(address);
            _addresses.Add(address);
        }
    }
}
