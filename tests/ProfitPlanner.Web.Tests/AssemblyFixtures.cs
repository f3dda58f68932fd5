using ProfitPlanner.Testing;
using ProfitPlanner.Web.Tests;

[assembly: AssemblyFixture(typeof(TestPostgres))]
[assembly: AssemblyFixture(typeof(Browser))]
