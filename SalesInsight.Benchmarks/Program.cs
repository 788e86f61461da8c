using SalesInsight.Benchmarks;

// dotnet run -c Release --project SalesInsight.Benchmarks [-- tasks changes]
var imported = args.Length > 0 ? int.Parse(args[0]) : 10_000;
var changed = args.Length > 1 ? int.Parse(args[1]) : 1_000;

await using var company = await Company.FoundAsync();
var meter = new Meter(company.Sandbox.Calls);
Console.WriteLine(Figures.Header);

company.FillSalesforce(imported);
company.LetTimePass();
Console.WriteLine(await meter.MeasureAsync($"first import of {imported:N0} tasks", company.RunAsync));

company.LetTimePass();
await company.RunAsync();
company.LetTimePass();
Console.WriteLine(await meter.MeasureAsync("idle cycle", company.RunAsync));

await company.EditHereAsync(changed);
company.LetTimePass();
Console.WriteLine(await meter.MeasureAsync($"push of {changed:N0} changed tasks", company.RunAsync));
