namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>A function of the first trials of the columns, one result per trial.</summary>
internal delegate void BlockFunction(SampleColumns columns, int count, Span<double> results);
