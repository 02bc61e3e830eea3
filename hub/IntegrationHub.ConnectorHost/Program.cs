using IntegrationHub.Plugins;

// Ends the process whatever a connector left running in it.
Environment.Exit(await ChildProgram.RunAsync(args));
