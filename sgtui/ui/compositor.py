"""Sends the cells that changed, and no others.

Textual's own update begins each line at the left edge of the widget that changed, however far
right the change is. Over a slow line those cells are most of what is sent.
"""

from rich.console import Console
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region


class NarrowUpdate(ChopsUpdate):
    """The changed spans, each from its first cell to its last."""

    def render_segments(self, console: Console) -> str:
        """What the terminal is sent."""
        sent: list[str] = []
        for y, left, right in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                first, last = max(x, left), min(end, right)
                if strip is not None and first < last:
                    sent.append(f"\x1b[{y + 1};{first + 1}H")
                    sent.append(strip.crop(first - x, last - x).render(console))
        return "".join(sent)


class NarrowCompositor(Compositor):
    """Textual's compositor with narrower updates."""

    def render_partial_update(self) -> NarrowUpdate | None:
        """The dirty regions as they now are; None when nothing is dirty."""
        screen, dirty = self.size.region, self._dirty_regions.copy()
        self._dirty_regions.clear()
        if not dirty:
            return None
        spans = list(self._regions_to_spans(dirty))
        lines = {y for y, _, _ in spans}
        crop = Region.from_union(dirty).intersection(screen)
        chops = self._render_chops(crop, lines.__contains__)
        return NarrowUpdate(chops, spans, [cuts[1:] for cuts in self.cuts])
