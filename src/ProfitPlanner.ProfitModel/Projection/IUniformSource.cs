namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>Where a draw's random numbers come from; may be asked by several threads at once.</summary>
internal interface IUniformSource
{
    /// <summary>Fills in the numbers of a draw, each in (0, 1); the same for the same draw.</summary>
    void Fill(int draw, Span<double> uniforms);
}
