"""Words over charts and tables: titles, captions and what stands under them in; warnings out."""
