using ProfitPlanner.EmbeddedPostgres;
using ProfitPlanner.EmbeddedPostgres.Tests;

if (args is [Application.Command, var folder])
{
    await using var cluster = await PostgresCluster.StartAsync(new() { DataFolder = folder, Durable = false });
    Console.WriteLine(Application.Ready);
    await Console.In.ReadToEndAsync();
    return 0;
}

return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
