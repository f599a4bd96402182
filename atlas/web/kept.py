"""What was made and may be asked for again, kept within a number and a sum of bytes: the last used stays longest."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field

from atlas.web.asset import Asset


@dataclass
class Kept:
    """Answers by what they answer; used from the event loop alone.

    Parameters
    ----------
    most : int
        How many are kept.
    most_bytes : int
        How many bytes they hold together; one larger than that is not kept.
    """

    most: int
    most_bytes: int
    size: int = 0
    _assets: OrderedDict[Hashable, Asset] = field(default_factory=OrderedDict, repr=False)

    def __len__(self) -> int:
        """Count what is kept."""
        return len(self._assets)

    def get(self, key: Hashable) -> Asset | None:
        """Give what is kept under a key."""
        if key in self._assets:
            self._assets.move_to_end(key)
        return self._assets.get(key)

    def put(self, key: Hashable, asset: Asset) -> None:
        """Keep an answer; of too many, those that were not asked for longest go."""
        if key in self._assets:
            self.size -= len(self._assets.pop(key).content)
        if len(asset.content) > self.most_bytes:
            return
        self._assets[key] = asset
        self.size += len(asset.content)
        while len(self._assets) > self.most or self.size > self.most_bytes:
            self.size -= len(self._assets.popitem(last=False)[1].content)
