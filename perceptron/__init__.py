"""One neuron, from scratch, that learns to add two numbers.

Read the files in this order: `activations`, `losses`, `neuron`, `datasets`, `rules`, `preset_names`, `presets`,
`learning`, `scaling`, `scoring`, `criteria`, `judging`, `numerals`, `fields`, `legs`, `order`, `ends`, `engine`,
`schedule`, `settings_table`, `settings`, `history`, `experiment`, `seeds`, `aspects`; how training becomes fast:
`webassembly`, `traced`, `traced_functions`, `tracing`, `compiling`, `compiled`; then what can be said about a run,
`findings` as facts and `words` as sentences; then what reads a person's own data: `limits`, `floats`, `json_text`,
`data_form`, `labels`, `data_written`, `packed_form`, `packed`, `decoding`, `cells`, `columns`, `roles`, `splits`,
`tables`, `own_data`, `experiments`, `data_files`; and the command line: `terminal`, `setting_options`,
`data_options`, `question_option`, `printout`, `__main__`.
"""
