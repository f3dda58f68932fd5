using ProfitPlanner.Cli;

return Application.Run(args);
