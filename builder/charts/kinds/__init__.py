"""The kinds of chart, one file each: how it is drawn, and how PowerPoint has it natively."""
