"""What can be said about a run: facts, as records of numbers. `perceptron.words` says them in English."""
