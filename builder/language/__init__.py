"""Languages: words, number forms and their reading back, one folder a language.

`registry` lists the languages, and loads of each what is asked for. Nothing else here, nor outside
of here, knows which there are.
"""
