using SalesInsight.Sandbox;

var options = new SandboxOptions();
var app = SandboxServer.Build(options, args);
app.Run();
