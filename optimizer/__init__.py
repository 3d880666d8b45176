"""What is decided: rules, goals, the program, its solution in whole households, and the proof."""
