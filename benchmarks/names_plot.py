"""The calibration as a picture: what a score says, against what is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from names_quality import Bin


def draw_calibration(found: Sequence[Bin], path: Path) -> None:
    """Draws the steps as points whose size grows with their pairs, beside the line on which scores are true."""
    import matplotlib as mpl  # noqa: PLC0415 - heavy, and only wanted where a picture is

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "sanctcheck"
    from matplotlib import pyplot as plt  # noqa: PLC0415

    figure, axes = plt.subplots(figsize=(5, 5))
    axes.plot([0, 1], [0, 1], color="0.6", linestyle="--", label="a score that is true")
    most = max(each.pairs for each in found)
    axes.scatter(
        [each.mean_score for each in found],
        [each.share_same for each in found],
        s=[30 + 270 * each.pairs / most for each in found],
        label="pairs by score (size: how many)",
    )
    axes.set_xlabel("score")
    axes.set_ylabel("share that is the same party")
    axes.legend(loc="upper left")
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
