"""One neuron, from scratch, that learns to add two numbers.

Read the files in this order: `activations`, `neuron`, `datasets`, `learning`, `scoring`, `numerals`, `fields`, `legs`,
`schedule`, `settings_table`, `settings`, `history`, `experiment`, `aspects`; then what can be said about a run,
`findings` as facts and `words` as sentences; then what reads a person's own data: `limits`, `floats`, `data_form`,
`decoding`, `cells`, `columns`, `roles`, `splits`, `tables`, `own_data`, `data_files`; and the command line: `terminal`,
`data_options`, `__main__`.
"""
