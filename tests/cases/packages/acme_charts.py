"""A package whose functions draw charts, as an author of one would write it."""

from matplotlib.figure import Figure

calls = []


def lollipops(table):
    figure = Figure(figsize=(4.6, 2.4))
    axes = figure.subplots()
    values = table.values["wait"]
    for at, (name, value) in enumerate(zip(table.names, values, strict=True)):
        colour = "C1" if name in table.highlighted else "C0"
        axes.vlines(at, 0, value, color=colour, linewidth=2)
        axes.plot([at], [value], "o", color=colour)
        said = table.printed["wait"][at]
        axes.annotate(said, (at, value), (0, 6), textcoords="offset points", ha="center")
    axes.set_xticks(range(len(values)), table.names)
    axes.set_xlim(-0.6, len(values) - 0.4)
    axes.set_ylim(0, 1.2 * max(values))
    axes.set_ylabel(table.called["wait"])
    axes.axhline(2.5, color="grey", linestyle="dashed")
    return figure


def _changed(change):
    def function(table):
        figure = lollipops(table)
        change(figure, figure.axes[0], table)
        return figure

    return function


def _mean(figure, axes, table):
    axes.text(1, 0.5, f"Mean: {sum(table.values['wait']) / 3:.1f}")


def _called_upon(figure, axes, table):
    calls.append(figure)
    axes.plot([0, 1], [1, 1 + len(calls) % 2])


def _pixels(figure, axes, table):
    axes.imshow([[0, 1], [2, 3]], extent=(0, 1, 0, 1), aspect="auto")


mean = _changed(_mean)
invented = _changed(lambda figure, axes, table: axes.set_yticks([0, 2], ["0", "7"]))
said = _changed(lambda figure, axes, table: axes.set_title(f"Kiel {table.printed['wait'][0]}"))
faint = _changed(lambda figure, axes, table: axes.axhspan(1, 2, color="C2", alpha=0.5))
pink = _changed(lambda figure, axes, table: axes.axhspan(1, 2, color="pink"))
pixels = _changed(_pixels)
cut = _changed(lambda figure, axes, table: axes.set_ylim(0, 3))
askew = _changed(lambda figure, axes, table: axes.tick_params(axis="x", rotation=45))
upon = _changed(lambda figure, axes, table: axes.set_xticks([0, 0.05, 2], table.names))
clock = _changed(_called_upon)


def broken(table):
    return table.values["nothing"]


def nothing(table):
    return None


def symlog(table):
    from matplotlib.ticker import ScalarFormatter

    figure = Figure(figsize=(4.6, 2.4))
    axes = figure.subplots()
    values = table.values["wait"]
    axes.set_yscale("symlog", linthresh=1)
    axes.yaxis.set_major_formatter(ScalarFormatter())
    axes.plot(range(len(values)), values, "o", color="C0")
    axes.axhline(0, color="black", linewidth=0.6)
    axes.set_ylim(-1000, 10000)
    axes.set_xticks(range(len(values)), table.names)
    axes.set_xlim(-0.6, len(values) - 0.4)
    return figure


def powers(table):
    figure = symlog(table)
    figure.axes[0].set_yscale("symlog", linthresh=1)
    return figure
