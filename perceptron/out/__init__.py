"""What leaves the program as a table: one run's rows and history, and several runs beside a baseline."""
