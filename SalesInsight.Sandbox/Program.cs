using SalesInsight.Sandbox;

var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
var options = new SandboxOptions();
options.BindFrom(configuration);

var app = SandboxServer.Build(options, args);
app.Run();
