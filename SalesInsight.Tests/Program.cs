using SalesInsight.Tests.Simulation;
using Xunit.Runner.InProc.SystemConsole;

return await SimulationCommand.TryRunAsync(args) ?? await ConsoleRunner.Run(args);
