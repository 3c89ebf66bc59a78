"""One neuron, from scratch, that learns to add two numbers.

Read the files in this order: `activations`, `neuron`, `datasets`, `floats`, `data_form`, `data_files`, `learning`,
`scoring`, `numerals`, `fields`, `legs`, `schedule`, `settings_table`, `settings`, `history`, `experiment`, `aspects`,
then what can be said about a run, `findings` as facts and `words` as sentences, and last `terminal`, `__main__`.
"""
