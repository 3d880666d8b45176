"""No plan has a lower value than the bound: proved from stored prices, in whole numbers and fractions.

Let a plan put every household in a home of a type at a plek, or leave it in reception. Its value is the sum of what
each household costs and of what each row costs: a row counts what a rule counts, and its cost is convex in that count,
and infinite where the rule forbids. Take any price for each row. Then a row costs at least (the least of its cost plus
price x count over all counts) less price x its own count; and price x count is a sum over households. So the value is
at least the sum of the least of every row, plus for each household the least over everything it may do of its cost less
the prices of what it uses there. That is the bound. It holds for any prices; good prices make it high.
"""
