using ProfitPlanner.Web.Composition;

return await WebHost.RunAsync(args);
