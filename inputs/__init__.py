"""What the planner tells the model: domain types, one reader per table, checks, parameters, the embedded example."""
