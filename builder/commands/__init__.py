"""Commands that are more than a call of the pipeline, one module each; `cli` lists them."""
