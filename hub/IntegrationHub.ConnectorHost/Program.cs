return IntegrationHub.Plugins.ChildProgram.Run(args);
