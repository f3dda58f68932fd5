namespace ProfitPlanner.Data.Demand;

public enum ModelState
{
    Training = 1,
    Ready,
    Failed,
}
