"""Which counts are small, and between which counts the true one lies once a rounded one is published."""

from dataclasses import dataclass

import numpy as np

from optimizer.model import Bools, Ints


@dataclass(frozen=True, slots=True)
class Protection:
    """What the owner of the data signed.

    A hidden count is *protected* when what is published leaves it at least ``threshold`` persons of room: the largest
    count that fits everything published, less the smallest, is at least ``threshold`` [persons]. Such an interval
    holds ``threshold + 1`` whole counts, so it never holds small counts only. This is the sliding protection level of
    Fischetti and Salazar-González (2001), "Solving the Cell Suppression Problem on Tabular Data with Linear
    Constraints", Management Science 47(7), 1008-1027, with SPL = threshold and UPL = LPL = 0; it is asked of *every*
    hidden count, because a reader cannot see which of them are small.

    Attributes
    ----------
    threshold : int
        Counts from 1 up to but without this one are small; at least 2 [persons].
    base : int
        Published counts are multiples of this one, halves rounded up; 1: not rounded [persons]. At most twice the
        threshold, so that no count but 0 itself is published as 0: a 0 that is 0 or 2 but never 1 would say more than
        between which counts the true one lies, and it would be a false 0.
    zero_shown : bool
        Whether a count of 0 may be published; otherwise it is small too.
    """

    threshold: int
    base: int
    zero_shown: bool = True

    def __post_init__(self) -> None:
        if not (self.threshold >= 2 and 1 <= self.base <= 2 * self.threshold):
            raise ValueError(f"threshold {self.threshold}, base {self.base}")

    def small(self, counts: Ints) -> Bools:
        """Tell which counts are small [persons]."""
        return (counts < self.threshold) & (counts >= (1 if self.zero_shown else 0))

    def rounded(self, counts: Ints) -> Ints:
        """Round counts to the base, halves up [persons].

        >>> Protection(5, 5).rounded(np.array([0, 7, 8, 12, 13])).tolist()
        [0, 5, 10, 10, 15]
        """
        return (2 * counts + self.base) // (2 * self.base) * self.base

    def says(self, shown: Ints) -> tuple[Ints, Ints]:
        """Give the least and the largest true count behind published ones, small counts left out [persons].

        >>> low, high = Protection(5, 5).says(np.array([0, 5, 10]))
        >>> low.tolist(), high.tolist()
        ([0, 5, 8], [0, 7, 12])
        """
        low = np.maximum(shown - self.base // 2, self.threshold)
        high = shown + (self.base - 1) // 2
        return np.where(shown == 0, 0, low), np.where(shown == 0, 0, high)
