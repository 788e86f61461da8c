using SalesInsight.Sandbox;

var options = SandboxConfiguration.Read(args);
var app = SandboxServer.Build(options, SandboxConfiguration.WithUrl(args));
app.Run();
