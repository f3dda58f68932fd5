using BenchmarkDotNet.Running;
using ProfitPlanner.Benchmarks;

if (args is [CorrectedShareMeasurement.Name, ..])
    CorrectedShareMeasurement.Run(args[1..]);
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
