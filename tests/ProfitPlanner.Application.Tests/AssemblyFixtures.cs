using ProfitPlanner.Testing;

[assembly: AssemblyFixture(typeof(TestPostgres))]
