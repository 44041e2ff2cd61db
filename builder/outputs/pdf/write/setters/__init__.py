"""How each kind of item is set: one setter per kind, from item to one flowable."""

from builder.outputs.pdf.write.setters.registry import set_items

__all__ = ["set_items"]
