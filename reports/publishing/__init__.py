"""Public files: numbers of persons by gemeente, small ones and what gives them away hidden, signed by their owner."""
